using Thymia.Conformance.Judging;
using Thymia.Conformance.Running;

namespace Thymia.Conformance.Tests.Sequences;

/// <summary>A run with no option against a provider of another API whose calls belong together.</summary>
public sealed class ShelterTests
{
    private static readonly string[] Operations =
    [
        "GET /owners",
        "POST /owners",
        "GET /owners/{ownerId}",
        "PUT /owners/{ownerId}",
        "PATCH /owners/{ownerId}",
        "DELETE /owners/{ownerId}",
        "GET /owners/{id}/pets",
        "POST /owners/{id}/pets",
        "GET /owners/{ownerId}/pets/{petId}",
        "PUT /owners/{ownerId}/pets/{petId}",
        "DELETE /owners/{ownerId}/pets/{petId}",
    ];

    [Fact]
    public async Task Finds_nothing_at_an_honest_provider_reaches_every_operation_and_leaves_nothing_behind()
    {
        await using var shelter = await Shelter.StartAsync();

        var events = await ShelterRun.OfAsync(shelter);

        Assert.Empty(ShelterRun.Findings(events).Select(f => $"{f.Check} {f.CaseId}: {f.Sentence}"));
        Assert.Empty(events.OfType<RunEvent.CaseDiscarded>());
        Assert.Empty(
            events.OfType<RunEvent.CaseJudged>().Select(j => j.Verdict).OfType<Verdict.Erred>().Select(e => e.Reason)
        );
        Assert.All(Operations, o =>
            Assert.True(shelter.Answered.Keys.Any(k => k.StartsWith(o + " 2", StringComparison.Ordinal)), o)
        );
        Assert.Equal(0, shelter.Things);
        Assert.Empty(events.OfType<RunEvent.RunFinished>().Single().Left);
    }

    [Theory]
    [InlineData("owner-not-stored", "readable-after-create")]
    [InlineData("pet-not-stored", "readable-after-create")]
    [InlineData("owner-created-otherwise", "readable-after-create")]
    [InlineData("pet-created-otherwise", "readable-after-create")]
    [InlineData("owner-read-without-field", "readable-after-create")]
    [InlineData("pet-read-without-field", "readable-after-create")]
    [InlineData("owner-wrong-location", "readable-after-create")]
    [InlineData("owner-wrong-id", "readable-after-create")]
    [InlineData("pet-wrong-location", "readable-after-create")]
    [InlineData("owner-not-deleted", "gone-after-delete")]
    [InlineData("pet-not-deleted", "gone-after-delete")]
    [InlineData("owner-second-delete-fails", "delete-twice")]
    [InlineData("pet-second-delete-fails", "delete-twice")]
    [InlineData("owner-put-ignored", "updated")]
    [InlineData("owner-put-loses-field", "updated")]
    [InlineData("owner-patch-ignored", "updated")]
    [InlineData("owner-patch-loses-field", "updated")]
    [InlineData("owner-patch-resets-others", "updated")]
    [InlineData("pet-put-ignored", "updated")]
    [InlineData("owner-put-appends", "updated")]
    [InlineData("owner-put-once", "idempotent")]
    [InlineData("pet-put-once", "idempotent")]
    [InlineData("owner-read-spoils", "idempotent")]
    [InlineData("pet-read-spoils", "idempotent")]
    [InlineData("owner-not-listed", "listed")]
    [InlineData("pet-not-listed", "listed")]
    [InlineData("owner-page-skips-one", "listed")]
    [InlineData("pet-offset-ignored", "listed")]
    [InlineData("other-reads", "other-caller-refused")]
    public async Task Finds_what_is_wrong_between_two_calls(string fault, string check)
    {
        await using var shelter = await Shelter.StartAsync(fault);

        var events = await ShelterRun.OfAsync(shelter, o => o with { OtherApiKey = Shelter.OtherToken });

        var findings = ShelterRun.Findings(events).Where(f => f.Check == check).ToList();
        Assert.NotEmpty(findings);
        Assert.All(findings, f => Assert.DoesNotMatch("/owners/[^{]", f.Location));
    }
}
