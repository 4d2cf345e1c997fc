using Thymia.Conformance.Generation;
using Thymia.Conformance.Journals;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Tests.Judging;

namespace Thymia.Conformance.Tests.Journals;

public sealed class RunJournalTests
{
    [Theory]
    [InlineData(1, 10)]
    [InlineData(300, 1_000)]
    [InlineData(20, 30_000)]
    public void Holds_every_case_of_those_that_were_judged_together(int count, int length)
    {
        using var folder = new TemporaryFolder();
        var header = new JournalHeader
        {
            Tool = "1", Description = "x", BaseUrl = new Uri("http://127.0.0.1"), StartedAt = default,
            Settings = new Dictionary<string, string>(),
        };
        var answer = $$"""{"id":"{{new string('a', length)}}"}""";
        var cases = Enumerable.Range(0, count).Select(i => Sample.Valid with { Id = $"post:{i}" }).ToList();

        using (var journal = RunJournal.Start(folder.Path, header, null))
        {
            journal.Judged(cases.ConvertAll<RunEvent>(
                c => new RunEvent.CaseJudged(c, Sample.Answered(c, 200, answer), new Verdict.Passed())));
        }

        var content = JournalContent.Read(folder.Path);
        Assert.Equal(count, content.Cases);
        Assert.All(cases, c => Assert.Equal(
            answer.Length, Assert.IsType<RunEvent.CaseJudged>(content.Find(CasePlan.Of(c), again: false)).Exchange!.Answer!.Body.Length));
    }
}
