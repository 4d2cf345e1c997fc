using Thymia.Conformance.Tests.Pacts;
using Thymia.Provider;
using Thymia.Provider.Http;

namespace Thymia.Conformance.Tests.Provider;

public sealed class DefectTests
{
    private static readonly string[] Checks =
    [
        "status-documented",
        "valid-accepted",
        "invalid-rejected",
        "no-server-error",
        "content-type",
        "response-schema",
        "error-structure",
        "error-location",
        "error-complete",
        "error-vocabulary",
        "personal-answers-private",
        "status-given",
        "key-required",
        "key-enforced",
        "key-not-echoed",
        "personal-data-not-echoed",
        "echo",
        "activity-link",
        "created-at",
        "id-unique",
        "method-not-allowed",
        "unknown-path",
        "allow-listed",
        "header-once",
        "names-once",
        "internals-hidden",
        "latency",
        "stable",
        "head-of-line",
        "no-answer",
        "readable-after-create",
        "updated",
        "gone-after-delete",
        "delete-twice",
        "listed",
        "idempotent",
        "other-caller-refused",
    ];

    // What a provider without Defects answers, asked once for each probe.
    private static readonly Dictionary<DefectProbe, string> Healthy = [];

    public static TheoryData<string> Names => [.. ReferenceProvider.Defects.Select(defect => defect.Name)];

    [Theory(DisableDiscoveryEnumeration = true)]
    [MemberData(nameof(Names))]
    public async Task Changes_what_is_answered_to_its_probe(string name)
    {
        var probe = DefectProbe.All[name];

        if (!Healthy.TryGetValue(probe, out var healthy))
        {
            Healthy[probe] = healthy = await AskAsync(probe, ProviderMode.Strict);
            Assert.Equal(healthy, await AskAsync(probe, ProviderMode.Strict));
        }

        Assert.NotEqual(healthy, await AskAsync(probe, ProviderMode.Strict, name));
    }

    [Fact]
    public void Have_unique_names_and_a_probe_each()
    {
        var names = ReferenceProvider.Defects.Select(defect => defect.Name).ToList();

        Assert.Equal(names.Order(), names.Distinct().Order());
        Assert.Equal(DefectProbe.All.Keys.Order(), names.Order());
        Assert.All(names, name => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", name));
    }

    [Fact]
    public void Name_the_check_that_should_find_them_and_leave_no_check_without_one()
    {
        var named = ReferenceProvider.Defects.Select(defect => defect.Check).Distinct().Order();

        Assert.Equal(Checks.Order(), named);
        Assert.All(ReferenceProvider.Defects, defect => Assert.Matches(@"^[A-Za-z0-9].+\.$", defect.Description));
    }

    [Theory]
    [InlineData("birth-sex-enum-unchecked")]
    [InlineData("date-of-birth-not-required")]
    [InlineData("id-not-uuid")]
    [InlineData("detail-is-text")]
    [InlineData("missing-webhook-500")]
    [InlineData("wrong-error-location")]
    public void Include_the_six_that_others_name(string name) =>
        Assert.Contains(ReferenceProvider.Defects, defect => defect.Name == name);

    [Theory]
    [MemberData(nameof(OfficialToolTests.Modes), MemberType = typeof(OfficialToolTests))]
    public async Task Never_end_in_a_500_that_they_do_not_promise(ProviderMode mode)
    {
        var failed = new List<string>();
        foreach (var defect in ReferenceProvider.Defects.Where(defect => defect.Check != "no-server-error"))
        {
            var answers = await AskAsync(DefectProbe.All[defect.Name], mode, defect.Name);
            if (answers.Contains("InternalServerError", StringComparison.Ordinal))
            {
                failed.Add(defect.Name);
            }
        }

        Assert.Equal("", string.Join(' ', failed));
    }

    [Fact]
    public async Task Combine()
    {
        await using var client = await CallClient.StartAsync(
            ProviderMode.Strict,
            "language-not-required",
            "status-number"
        );

        var reply = await client.PostAsync(
            CallClient.Valid.Replace("\"language\":\"en-GB\",", "", StringComparison.Ordinal)
        );

        Assert.Equal(200, (int)reply.Status);
        Assert.Equal(1, reply.Json.GetProperty("status").GetInt32());
    }

    [Fact]
    public async Task Leave_no_trace_in_a_provider_without_them()
    {
        await using var spoiled = await CallClient.StartAsync(ProviderMode.Strict, "second-time-refused");
        await using var healthy = await CallClient.StartAsync();

        for (var i = 0; i < 2; i++)
        {
            await spoiled.PostAsync(CallClient.Valid);
            Assert.Equal(200, (int)(await healthy.PostAsync(CallClient.Valid)).Status);
        }
    }

    /// <summary>What a probe is answered, and how often the provider set a timer for it.</summary>
    private static async Task<string> AskAsync(DefectProbe probe, ProviderMode mode, params string[] defects)
    {
        var clock = new CountingClock();
        var options = new ProviderOptions
        {
            Mode = mode,
            Defects = defects,
            TimeProvider = clock,
            Seed = 4,
            KeepsCalls = probe.IsOfKeptCalls,
            OtherApiKey = probe.IsOfKeptCalls ? KeptCallSequence.OtherKey : null,
        };
        await using var client = await CallClient.StartAsync(options);
        return await probe.SendAsync(client) + $"\n{clock.Timers} timers";
    }
}
