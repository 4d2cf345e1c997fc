using System.Text;
using Thymia.Conformance.Generation;
using Thymia.Conformance.Tests.Cli;

namespace Thymia.Conformance.Tests.Journals;

/// <summary>Where runs are killed: lines of the journal, drawn once.</summary>
public static class KillPoints
{
    public static TheoryData<int> Lines =>
        [.. Enumerable.Range(0, 20).Select(i => 2 + (int)(new Seed(20).Derive(i).Value % 480))];

    // How long the first lines of a journal are.
    internal static long BytesOf(CommandLine line, string folder, int lines) =>
        File.ReadLines(line.Path(folder + "/journal.jsonl")).Take(lines).Sum(l => Encoding.UTF8.GetByteCount(l) + 1L);
}
