using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deviations;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Tests.Judging;

public sealed class DeviationTests : IDisposable
{
    private const string Sex = "request body at /user/birthSex";

    private static readonly DateOnly Today = new(2026, 1, 15);

    private static readonly Deviation Lenient = new()
    {
        Id = "lenient-sex",
        Check = "invalid-rejected",
        Location = Sex,
        Reason = "old clients",
        Owner = "calls team",
        Expires = Today,
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("deviations").FullName;

    [Fact]
    public void A_listed_deviation_is_known_and_no_failure()
    {
        var known = new KnownDeviations([Lenient], Today);

        var verdict = known.Apply(Sample.LowerCaseSex, Accepted());

        Assert.Equal(new Verdict.Known("lenient-sex", "old clients (calls team, until 2026-01-15)"), verdict);
        Assert.Equal([new DeviationOutcome(Lenient, DeviationState.Known, 1)], Outcomes(known));
    }

    [Theory]
    [InlineData("valid-accepted", Sex, null)]
    [InlineData("invalid-rejected", "request body at /language", null)]
    [InlineData("invalid-rejected", Sex, "another-case")]
    public void An_unlisted_deviation_is_a_failure(string check, string location, string? caseId)
    {
        var known = new KnownDeviations([Lenient with { Check = check, Location = location, Case = caseId }], Today);

        Assert.IsType<Verdict.Failed>(known.Apply(Sample.LowerCaseSex, Accepted()));
    }

    [Fact]
    public void An_expired_deviation_is_a_failure_that_says_so()
    {
        var known = new KnownDeviations([Lenient], Today.AddDays(1));

        var failed = Assert.IsType<Verdict.Failed>(known.Apply(Sample.LowerCaseSex, Accepted()));

        Assert.EndsWith(
            "the known deviation 'lenient-sex' expired on 2026-01-15",
            failed.Findings.Single().Source,
            StringComparison.Ordinal
        );
        Assert.Equal(DeviationState.Expired, Outcomes(known).Single().State);
    }

    [Fact]
    public void A_deviation_that_no_longer_occurs_is_fixed()
    {
        var known = new KnownDeviations([Lenient], Today);

        known.Apply(Sample.LowerCaseSex, new Verdict.Passed());

        Assert.Equal(DeviationState.Fixed, Outcomes(known).Single().State);
    }

    [Fact]
    public void A_deviation_whose_cases_were_not_judged_is_not_called_fixed()
    {
        var known = new KnownDeviations([Lenient], Today);

        known.Apply(Sample.Valid, new Verdict.Passed());
        known.Apply(Sample.LowerCaseSex, new Verdict.Inconclusive("timed out"));

        Assert.Equal(DeviationState.NotSeen, Outcomes(known).Single().State);
    }

    [Fact]
    public void An_index_in_a_place_stands_for_any()
    {
        var finding = Assert.IsType<Verdict.Failed>(Accepted()).Findings.Single() with
        {
            Location = "answer body at /detail/3/loc",
        };
        var known = new KnownDeviations([Lenient with { Location = "answer body at /detail/*/loc" }], Today);

        Assert.IsType<Verdict.Known>(known.Apply(Sample.LowerCaseSex, new Verdict.Failed([finding])));
    }

    [Fact]
    public void Reads_what_it_wrote()
    {
        var file = Path.Combine(_folder, "written.yaml");
        var writer = new DeviationWriter(Today) { Owner = "us: # all", Reason = "no\nhurry" };
        File.WriteAllText(
            file,
            writer.Write([
                ("echo", "answer body at /tags/0", "a"),
                ("echo", "answer body at /tags/7", "b"),
                ("invalid-rejected", "request body at /a\"b", "a"),
            ])
        );

        var read = DeviationReader.ReadAll(_folder);

        Assert.Equal(["answer body at /tags/*", "request body at /a\"b"], read.Select(d => d.Location));
        Assert.Equal(["echo-answer-body-at-tags", "invalid-rejected-request-body-at-a-b"], read.Select(d => d.Id));
        Assert.All(read, d =>
            Assert.Equal((Today, "us: # all", "no\nhurry", null), (d.Expires, d.Owner, d.Reason, d.Case))
        );
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(11, 1)]
    public void Writes_each_of_a_few_cases_where_the_place_says_nothing(int cases, int deviations)
    {
        var file = Path.Combine(_folder, "written.yaml");
        File.WriteAllText(
            file,
            new DeviationWriter(Today) { Reason = "old clients", Owner = "us" }.Write(
                Enumerable
                    .Range(0, cases)
                    .Select(i => ("status-documented", "answer status", $"post-v1-calls:body:json:kind-{i}"))
            )
        );

        var read = DeviationReader.ReadAll(file);

        Assert.Equal(deviations, read.Count);
        Assert.All(read, d => Assert.Equal("answer status", d.Location));
        Assert.Equal(
            deviations > 1 ? "status-documented-body-json-kind-0" : "status-documented-answer-status",
            read[0].Id
        );
        Assert.Equal(deviations > 1 ? "post-v1-calls:body:json:kind-0" : null, read[0].Case);
    }

    [Fact]
    public void Reads_a_list_without_any()
    {
        File.WriteAllText(Path.Combine(_folder, "none.yaml"), new DeviationWriter(Today).Write([]));

        Assert.Empty(DeviationReader.ReadAll(_folder));
    }

    [Theory]
    [InlineData(
        "check: echo",
        "check: ecco",
        "mine.yaml:2: the deviation 'a' names the check 'ecco', which does not exist"
    )]
    [InlineData("location: body", "reason: x", "mine.yaml:")]
    [InlineData("    location: body\n", "", "mine.yaml:2: the deviation 'a' names neither location nor case")]
    [InlineData(
        "2026-01-15",
        "2026-02-30",
        "mine.yaml:7: at /deviations/0/expires there is \"2026-02-30\", expected an RFC 3339 date"
    )]
    [InlineData(
        "owner: c\n",
        "\n",
        "mine.yaml:2: at /deviations/0/owner there is nothing, expected the property to be present"
    )]
    public void Says_what_is_wrong_with_a_file_and_where(string before, string after, string message)
    {
        const string Good =
            "deviations:\n  - id: a\n    check: echo\n    location: body\n    reason: b\n    owner: c\n    expires: "
            + "2026-01-15\n";
        var file = Path.Combine(_folder, "mine.yaml");
        File.WriteAllText(file, Good);
        Assert.Single(DeviationReader.Read(file));

        File.WriteAllText(file, Good.Replace(before, after, StringComparison.Ordinal));
        var error = Assert.Throws<UnusableInputException>(() => DeviationReader.Read(file));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_there_is_nothing_to_read()
    {
        var error = Assert.Throws<UnusableInputException>(() =>
            DeviationReader.ReadAll(Path.Combine(_folder, "none.yml"))
        );

        Assert.EndsWith(
            "none.yml: there is no such file or folder; name known deviations with --deviations PATH, or say none.",
            error.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Wants_an_id_of_its_own_for_each()
    {
        var text = new DeviationWriter(Today) { Reason = "old clients", Owner = "us" }.Write([
            ("echo", "answer body at /a", "a"),
        ]);
        File.WriteAllText(Path.Combine(_folder, "one.yaml"), text);
        File.WriteAllText(Path.Combine(_folder, "two.yml"), text);

        var error = Assert.Throws<UnusableInputException>(() => DeviationReader.ReadAll(_folder));

        Assert.Contains("two deviations are called 'echo-answer-body-at-a'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_list_that_comes_with_the_suite_can_be_read() =>
        Assert.Empty(DeviationReader.ReadAll(Path.Combine(AppContext.BaseDirectory, "fixtures", "deviations")));

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public void Is_not_called_fixed_where_its_check_was_not_asked_or_the_run_was_cut_short(int asked, bool whole)
    {
        var known = new KnownDeviations([Lenient], Today);

        known.Apply(Sample.LowerCaseSex, new Verdict.Passed());

        var outcomes = known.Outcomes(new Dictionary<string, int> { ["invalid-rejected"] = asked }, whole);
        Assert.Equal(DeviationState.NotSeen, outcomes.Single().State);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static IReadOnlyList<DeviationOutcome> Outcomes(KnownDeviations known) =>
        known.Outcomes(new Dictionary<string, int> { ["invalid-rejected"] = 9 }, whole: true);

    private static Verdict Accepted() => Sample.Judged(Sample.LowerCaseSex, 200, Sample.Created);
}
