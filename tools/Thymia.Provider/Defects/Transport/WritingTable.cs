using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Transport;

/// <summary>Answers that are written late or wrong.</summary>
internal sealed class WritingTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new OneStep("answer-with-byte-order-mark", "response-schema", "An answer begins with a byte order mark.")
        {
            Replies = (_, answer) => answer with { Body = (byte[])[0xEF, 0xBB, 0xBF, .. answer.Body.Span] },
        },
        new OneStep("content-type-twice", "header-once", "An answer has two content types.")
        {
            Replies = (_, answer) => answer with { Header = ("Content-Type", "text/plain") },
        },
        new Slowness("slow", "Everything is answered late.") { IsSlow = _ => true },
    ];
}
