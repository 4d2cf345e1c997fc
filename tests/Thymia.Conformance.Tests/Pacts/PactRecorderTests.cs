using System.Globalization;
using System.Text.Json;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Running;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Tests.Judging;
using Thymia.Conformance.Text;
using Thymia.Provider;

namespace Thymia.Conformance.Tests.Pacts;

public sealed class PactRecorderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Records_the_golden_pacts_byte_for_byte()
    {
        var written = await WriteAsync(await RecordedRun.JudgedAsync(1, 8, ProviderMode.Strict, Token));

        GoldenPact.AssertSame(written);
    }

    [Fact]
    public async Task Records_the_same_bytes_for_another_seed_order_width_and_culture()
    {
        var one = await WriteAsync(await RecordedRun.JudgedAsync(7, 1, ProviderMode.Strict, Token));
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("tr-TR");

        var other = await WriteAsync([
            .. (await RecordedRun.JudgedAsync(8, 16, ProviderMode.Strict, Token, random: 300)).Reverse(),
        ]);

        Assert.Equal(one.Keys, other.Keys);
        Assert.All(one, f => Assert.Equal(f.Value, other[f.Key]));
    }

    [Theory]
    [InlineData(ProviderMode.PydanticV1)]
    [InlineData(ProviderMode.PydanticV2)]
    public async Task Records_the_same_requests_from_every_kind_of_provider(ProviderMode mode)
    {
        var strict = RequestsOf(await RecordedRun.JudgedAsync(1, 8, ProviderMode.Strict, Token));
        var lenient = RequestsOf(await RecordedRun.JudgedAsync(1, 8, mode, Token));

        Assert.Equal(strict, lenient);
    }

    [Fact]
    public async Task Keeps_the_key_random_data_and_run_ids_out()
    {
        var judged = await RecordedRun.JudgedAsync(1, 8, ProviderMode.PydanticV2, Token, random: 200);
        var texts = (await WriteAsync(judged)).Values.Select(System.Text.Encoding.UTF8.GetString).ToList();

        var dates = judged
            .Where(j => j.Case.Keyword == "random")
            .Select(j => DateOfBirth(j.Case))
            .OfType<string>()
            .Where(d => d.Length > 4 && d != "1990-08-24" && d != "not-a-date")
            .Distinct()
            .ToList();
        Assert.True(dates.Count > 50);
        foreach (var text in texts)
        {
            Assert.DoesNotContain(ProviderOptions.DemoApiKey, text, StringComparison.Ordinal);
            Assert.DoesNotContain("thymia-conformance-1-", text, StringComparison.Ordinal);
            Assert.All(dates, date => Assert.DoesNotContain(date, text, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Gives_every_interaction_a_key_and_a_description_of_its_own()
    {
        var recorder = RecordedRun.Recorder();
        recorder.Add(Judged(Sample.Valid, 200, Sample.Created));
        recorder.Add(
            Judged(
                Enum("/user/birthSex", "outsider", "not-a-member"),
                422,
                Sample.Errors("""["body","user","birthSex"]""")
            )
        );

        var interactions = recorder.Interactions();

        Assert.Equal(
            ["a call as documented", "a call whose user.birthSex is not a member of its enum"],
            interactions.Select(i => i.Description).Order()
        );
        Assert.Equal(2, interactions.Select(i => i.Key).Distinct().Count());
    }

    [Theory]
    [InlineData("lower-case", 422, true)]
    [InlineData("outsider", 401, true)]
    [InlineData("outsider", 500, true)]
    [InlineData("outsider", 200, true)]
    [InlineData("outsider", 422, false)]
    public void Leaves_out_near_misses_failures_and_what_is_outside_the_contract(string kind, int status, bool passed)
    {
        var recorder = RecordedRun.Recorder();
        var judged = Judged(
            Enum("/user/birthSex", kind, "male"),
            status,
            Sample.Errors("""["body","user","birthSex"]""")
        );
        recorder.Add(passed ? judged : judged with { Verdict = new Verdict.Failed([]) });

        Assert.Empty(recorder.Interactions());
    }

    [Fact]
    public void Expects_the_error_at_the_broken_place_among_others()
    {
        var recorder = RecordedRun.Recorder();
        recorder.Add(
            Judged(
                Enum("/user/birthSex", "outsider", "x"),
                422,
                Sample.Errors("""["body","user"]""", """["body","user","birthSex"]""")
            )
        );

        var body = recorder.Interactions().Single().ResponseBody!.Json!.ToJsonString();

        Assert.Equal(
            "{'detail':{'m':'arrayContains','variants':[{'loc':"
                + "[{'m':'equality','value':'body'},{'m':'equality','value':'user'},"
                + "{'m':'equality','value':'birthSex'}],"
                + "'msg':{'m':'type','value':'example msg'},'type':{'m':'type','value':'example type'}}]}}",
            body.Replace("pact:matcher:type", "m", StringComparison.Ordinal).Replace('"', '\'')
        );
    }

    [Fact]
    public async Task Overwrites_what_it_wrote_before_and_leaves_other_files_alone()
    {
        var recorder = RecordedRun.Recorder();
        recorder.Add(Judged(Sample.Valid, 200, Sample.Created));
        await recorder.WriteAsync(_folder.Path, new PactNames("web shop", "calls"), Token);
        File.Copy(
            Path.Combine(_folder.Path, "web-shop-calls.json"),
            Path.Combine(_folder.Path, "web-shop-calls-refused.json")
        );
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "web-shop-calls-notes.json"), "{}", Token);

        var files = await recorder.WriteAsync(_folder.Path, new PactNames("web shop", "calls"), Token);

        Assert.Equal(
            new PactFile(Path.Combine(_folder.Path, "web-shop-calls.json"), 1, PactKey.Sent),
            Assert.Single(files)
        );
        Assert.Equal(
            ["web-shop-calls-notes.json", "web-shop-calls.json"],
            Directory.EnumerateFileSystemEntries(_folder.Path).Select(Path.GetFileName).Order()
        );
    }

    [Theory]
    [InlineData("", "provider", "--consumer: a pact needs a name here; give it one.")]
    [InlineData("consumer", " ", "--provider: a pact needs a name here; give it one.")]
    public async Task Demands_names(string consumer, string provider, string sentence)
    {
        var problem = await Assert.ThrowsAsync<UnusableInputException>(() =>
            RecordedRun.Recorder().WriteAsync(_folder.Path, new PactNames(consumer, provider), Token)
        );

        Assert.Equal(sentence, problem.Message);
    }

    private async Task<SortedDictionary<string, byte[]>> WriteAsync(IReadOnlyList<RunEvent.CaseJudged> judged)
    {
        var recorder = RecordedRun.Recorder();
        Parallel.ForEach(judged, recorder.Add);
        var files = await recorder.WriteAsync(_folder.Path, RecordedRun.Names, Token);
        return new(
            files.ToDictionary(f => Path.GetFileName(f.File), f => File.ReadAllBytes(f.File)),
            StringComparer.Ordinal
        );
    }

    private static IEnumerable<string> RequestsOf(IReadOnlyList<RunEvent.CaseJudged> judged)
    {
        var recorder = RecordedRun.Recorder();
        foreach (var one in judged)
        {
            recorder.Add(one);
        }

        return recorder
            .Interactions()
            .Select(i => $"{i.Status} {i.Key} {i.RequestBody?.Json?.ToJsonString() ?? i.RequestBody?.Text}");
    }

    private static TestCase Enum(string pointer, string kind, string value) =>
        Sample.Invalid(pointer, "enum", kind, "MALE", value);

    private static RunEvent.CaseJudged Judged(TestCase testCase, int status, string body) =>
        new(testCase, Sample.Answered(testCase, status, body), new Verdict.Passed());

    private static string? DateOfBirth(TestCase testCase)
    {
        using var body = JsonDocument.Parse(testCase.Request.Body!.Value);
        return
            body.RootElement.ValueKind == JsonValueKind.Object
            && body.RootElement.TryGetProperty("user", out var user)
            && user.ValueKind == JsonValueKind.Object
            && user.TryGetProperty("dateOfBirth", out var date)
            ? date.ToString()
            : null;
    }
}
