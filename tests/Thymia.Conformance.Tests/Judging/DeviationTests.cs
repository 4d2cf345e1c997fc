using Thymia.Conformance.Judging;
using Thymia.Conformance.Judging.Deviations;

namespace Thymia.Conformance.Tests.Judging;

public sealed class DeviationTests : IDisposable
{
    private const string Sex = "request body at /user/birthSex";

    private static readonly DateOnly Today = new(2026, 1, 15);

    private static readonly Deviation Lenient = new()
    {
        Id = "lenient-sex", Check = "invalid-rejected", Location = Sex, Reason = "old clients", Owner = "calls team",
            Expires = Today,
    };

    private readonly string _folder = Directory.CreateTempSubdirectory("deviations").FullName;

    [Fact]
    public void A_listed_deviation_is_known_and_no_failure()
    {
        var known = new KnownDeviations([Lenient], Today);

        var verdict = known.Apply(Sample.LowerCaseSex, Accepted());

        Assert.Equal(
            new Verdict.Tolerated("deviation lenient-sex", "old clients (calls team, until 2026-01-15)"), verdict);
        Assert.Equal([new DeviationOutcome(Lenient, DeviationState.Known, 1)], known.Outcomes);
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

        Assert.EndsWith("the known deviation 'lenient-sex' expired on 2026-01-15", failed.Findings.Single().Source,
            StringComparison.Ordinal);
        Assert.Equal(DeviationState.Expired, known.Outcomes.Single().State);
    }

    [Fact]
    public void A_deviation_that_no_longer_occurs_is_fixed()
    {
        var known = new KnownDeviations([Lenient], Today);

        known.Apply(Sample.LowerCaseSex, new Verdict.Passed());

        Assert.Equal(DeviationState.Fixed, known.Outcomes.Single().State);
    }

    [Fact]
    public void A_deviation_whose_cases_were_not_judged_is_not_called_fixed()
    {
        var known = new KnownDeviations([Lenient], Today);

        known.Apply(Sample.Valid, new Verdict.Passed());
        known.Apply(Sample.LowerCaseSex, new Verdict.Inconclusive("timed out"));

        Assert.Equal(DeviationState.NotSeen, known.Outcomes.Single().State);
    }

    [Fact]
    public void An_index_in_a_place_stands_for_any()
    {
        var finding = Assert.IsType<Verdict.Failed>(
            Accepted()).Findings.Single() with { Location = "answer body at /detail/3/loc" };
        var known = new KnownDeviations([Lenient with { Location = "answer body at /detail/*/loc" }], Today);

        Assert.IsType<Verdict.Tolerated>(known.Apply(Sample.LowerCaseSex, new Verdict.Failed([finding])));
    }

    [Fact]
    public void Reads_what_it_wrote()
    {
        var file = Path.Combine(_folder, "written.yaml");
        File.WriteAllText(file, DeviationWriter.Write(
            [("echo", "answer body at /tags/0"), ("echo", "answer body at /tags/7"),
            ("invalid-rejected", "request body at /a\"b")], Today));

        var read = DeviationReader.ReadFolder(_folder);

        Assert.Equal(["answer body at /tags/*", "request body at /a\"b"], read.Select(d => d.Location));
        Assert.Equal(["echo-answer-body-at-tags", "invalid-rejected-request-body-at-a-b"], read.Select(d => d.Id));
        Assert.All(read, d => Assert.Equal(Today, d.Expires));
    }

    [Fact]
    public void Reads_a_list_without_any()
    {
        File.WriteAllText(Path.Combine(_folder, "none.yaml"), DeviationWriter.Write([], Today));

        Assert.Empty(DeviationReader.ReadFolder(_folder));
        Assert.Empty(DeviationReader.ReadFolder(Path.Combine(_folder, "no-such-folder")));
    }

    [Theory]
    [InlineData(
        "check: echo", "check: ecco", "mine.yaml:2: the deviation 'a' names the check 'ecco', which does not exist")]
    [InlineData("location: body", "reason: x", "mine.yaml:")]
    [InlineData("    location: body\n", "", "mine.yaml:2: the deviation 'a' names neither location nor case")]
    [InlineData("2026-01-15", "2026-02-30",
        "mine.yaml:7: at /deviations/0/expires there is \"2026-02-30\", expected an RFC 3339 date")]
    [InlineData("owner: c\n", "\n",
        "mine.yaml:2: at /deviations/0/owner there is nothing, expected the property to be present")]
    public void Says_what_is_wrong_with_a_file_and_where(string before, string after, string message)
    {
        const string Good = "deviations:\n  - id: a\n    check: echo\n    location: body\n    reason: b\n    owner: c\n    expires: 2026-01-15\n";
        var file = Path.Combine(_folder, "mine.yaml");
        File.WriteAllText(file, Good);
        Assert.Single(DeviationReader.Read(file));

        File.WriteAllText(file, Good.Replace(before, after, StringComparison.Ordinal));
        var error = Assert.Throws<UnusableInputException>(() => DeviationReader.Read(file));

        Assert.StartsWith(message, error.Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Verdict Accepted() => Sample.Judged(Sample.LowerCaseSex, 200, Sample.Created);
}
