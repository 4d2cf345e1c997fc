using System.Security.Cryptography;
using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Rare;

/// <summary>Calls that are mixed up now and then.</summary>
internal sealed class CallTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new OneStep("id-by-content", "id-unique", "The same request gets the same id.")
        {
            Accepts = (request, answer) =>
            {
                var hash = SHA256.HashData(request.Body.Span);
                (hash[6], hash[8]) = ((byte)((hash[6] & 0x0F) | 0x40), (byte)((hash[8] & 0x3F) | 0x80));
                answer.SetText("id", new Guid(hash.AsSpan(0, 16), bigEndian: true).ToString());
            },
        },
    ];
}
