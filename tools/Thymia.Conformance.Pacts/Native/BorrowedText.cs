using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace Thymia.Conformance.Pacts.Native;

/// <summary>Text that stays the core's.</summary>
[CustomMarshaller(typeof(string), MarshalMode.ManagedToUnmanagedOut, typeof(BorrowedText))]
internal static class BorrowedText
{
    public static string? ConvertToManaged(nint text) => Marshal.PtrToStringUTF8(text);
}
