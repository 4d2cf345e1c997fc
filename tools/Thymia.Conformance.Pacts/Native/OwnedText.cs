using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace Thymia.Conformance.Pacts.Native;

/// <summary>Text that the core hands over and wants back to free.</summary>
[CustomMarshaller(typeof(string), MarshalMode.ManagedToUnmanagedOut, typeof(OwnedText))]
internal static class OwnedText
{
    public static string? ConvertToManaged(nint text) => Marshal.PtrToStringUTF8(text);

    public static void Free(nint text)
    {
        if (text != 0)
        {
            PactCore.DeleteText(text);
        }
    }
}
