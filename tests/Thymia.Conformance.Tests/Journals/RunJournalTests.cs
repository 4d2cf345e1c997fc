using Thymia.Conformance.Generation;
using Thymia.Conformance.Journals;
using Thymia.Conformance.Judging;
using Thymia.Conformance.Running;
using Thymia.Conformance.Tests.Configuration;
using Thymia.Conformance.Tests.Judging;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Tests.Journals;

public sealed class RunJournalTests
{
    private static JournalHeader Header { get; } =
        new()
        {
            Tool = "1",
            Description = "x",
            BaseUrl = new Uri("http://127.0.0.1"),
            StartedAt = default,
            Settings = new Dictionary<string, string>(),
        };

    [Theory]
    [InlineData(1, 10)]
    [InlineData(300, 1_000)]
    [InlineData(20, 30_000)]
    public void Holds_every_case_of_those_that_were_judged_together(int count, int length)
    {
        using var folder = new TemporaryFolder();
        var answer = $$"""{"id":"{{new string('a', length)}}"}""";
        var cases = Enumerable.Range(0, count).Select(i => Sample.Valid with { Id = $"post:{i}" }).ToList();

        using (var journal = RunJournal.Start(folder.Path, Header, null))
        {
            journal.Judged(
                cases.ConvertAll<RunEvent>(c => new RunEvent.CaseJudged(
                    c,
                    Sample.Answered(c, 200, answer),
                    new Verdict.Passed()
                ))
            );
        }

        var content = JournalContent.Read(folder.Path);
        Assert.Equal(count, content.Cases);
        Assert.All(cases, c =>
            Assert.Equal(
                answer.Length,
                Assert
                    .IsType<RunEvent.CaseJudged>(content.Find(CasePlan.Of(c), again: false))
                    .Exchange!.Answer!.Body.Length
            )
        );
    }

    [Fact]
    public void Holds_those_before_and_after_one_that_has_no_line()
    {
        using var folder = new TemporaryFolder();
        using (var journal = RunJournal.Start(folder.Path, Header, null))
        {
            Assert.Throws<ArgumentException>(() =>
                journal.Judged([
                    Judged("post:before"),
                    new RunEvent.PolicyChosen("strict", "asked for"),
                    Judged("post:never"),
                ])
            );
            journal.Judged([Judged("post:after")]);
        }

        var content = JournalContent.Read(folder.Path);
        Assert.Equal(2, content.Cases);
        Assert.True(content.Holds("post:before", again: false) && content.Holds("post:after", again: false));
    }

    [Fact]
    public void Ends_with_what_could_not_be_written_whole()
    {
        using var folder = new TemporaryFolder();
        RunJournal.Start(folder.Path, Header, null).Dispose();
        using (var file = new NearlyFull(JournalFile.PathIn(folder.Path)))
        using (var journal = new RunJournal(file, null))
        {
            journal.Judged([Judged("post:before")]);
            Assert.Throws<UnusableInputException>(() => journal.Judged([Judged("post:torn")]));
            Assert.Throws<UnusableInputException>(() => journal.Judged([Judged("post:after")]));
        }

        var content = JournalContent.Read(folder.Path);
        Assert.Equal(1, content.Cases);
        Assert.True(content.Holds("post:before", again: false));
    }

    // Has room for one line and a half; then somebody makes more.
    private sealed class NearlyFull(string path) : FileStream(path, FileMode.Append)
    {
        private int _writes;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            _writes++;
            base.Write(_writes == 2 ? buffer[..(buffer.Length / 2)] : buffer);
            if (_writes == 2)
            {
                throw new IOException("No space left on device", 28);
            }
        }
    }

    private static RunEvent.CaseJudged Judged(string id) =>
        new(Sample.Valid with { Id = id }, Sample.Answered(Sample.Valid, 200, "{}"), new Verdict.Passed());
}
