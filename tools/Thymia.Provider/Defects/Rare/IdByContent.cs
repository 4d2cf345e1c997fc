using System.Security.Cryptography;
using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Rare;

internal sealed class IdByContent() : Defect("id-by-content", "id-unique", "The same request gets the same id.")
{
    public override void Accept(CallRequest request, CallAnswer answer)
    {
        var hash = SHA256.HashData(request.Body.Span);
        (hash[6], hash[8]) = ((byte)((hash[6] & 0x0F) | 0x40), (byte)((hash[8] & 0x3F) | 0x80));
        answer.SetText("id", new Guid(hash.AsSpan(0, 16), bigEndian: true).ToString());
    }
}
