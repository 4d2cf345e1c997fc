using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace Thymia.Conformance.Pacts.Native;

/// <summary>
/// The functions of Pact's core that recording needs, as its header declares them. Text is UTF-8 throughout.
/// </summary>
internal static partial class PactCore
{
    public const string Library = "pact_ffi";

    /// <summary>What this code was tried with.</summary>
    public const string ExpectedVersion = "0.5.8";

    public const int SpecificationV4 = 5;

    static PactCore() => PactLibrary.Register();

    [LibraryImport(Library, EntryPoint = "pactffi_version")]
    [return: MarshalUsing(typeof(BorrowedText))]
    public static partial string? Version();

    [LibraryImport(Library, EntryPoint = "pactffi_log_to_buffer")]
    public static partial int LogToBuffer(int level);

    [LibraryImport(Library, EntryPoint = "pactffi_fetch_log_buffer")]
    [return: MarshalUsing(typeof(OwnedText))]
    public static partial string? FetchLogBuffer(nint logId);

    [LibraryImport(Library, EntryPoint = "pactffi_new_pact", StringMarshalling = StringMarshalling.Utf8)]
    public static partial ushort NewPact(string consumer, string provider);

    [LibraryImport(Library, EntryPoint = "pactffi_with_specification")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool WithSpecification(ushort pact, int version);

    [LibraryImport(Library, EntryPoint = "pactffi_with_pact_metadata", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool WithMetadata(ushort pact, string space, string name, string value);

    [LibraryImport(Library, EntryPoint = "pactffi_new_interaction", StringMarshalling = StringMarshalling.Utf8)]
    public static partial uint NewInteraction(ushort pact, string description);

    [LibraryImport(Library, EntryPoint = "pactffi_given_with_params", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int Given(uint interaction, string state, string parameters);

    [LibraryImport(Library, EntryPoint = "pactffi_with_request", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool WithRequest(uint interaction, string method, string path);

    [LibraryImport(Library, EntryPoint = "pactffi_with_query_parameter_v2", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool WithQuery(uint interaction, string name, nuint index, string value);

    [LibraryImport(Library, EntryPoint = "pactffi_with_header_v2", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool WithHeader(
        uint interaction,
        InteractionPart part,
        string name,
        nuint index,
        string value
    );

    [LibraryImport(Library, EntryPoint = "pactffi_with_body", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool WithBody(uint interaction, InteractionPart part, string contentType, string body);

    [LibraryImport(Library, EntryPoint = "pactffi_response_status")]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool ResponseStatus(uint interaction, ushort status);

    [LibraryImport(Library, EntryPoint = "pactffi_set_key", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool SetKey(uint interaction, string key);

    [LibraryImport(Library, EntryPoint = "pactffi_set_comment", StringMarshalling = StringMarshalling.Utf8)]
    [return: MarshalAs(UnmanagedType.U1)]
    public static partial bool SetComment(uint interaction, string key, string json);

    [LibraryImport(Library, EntryPoint = "pactffi_pact_handle_write_file", StringMarshalling = StringMarshalling.Utf8)]
    public static partial int WriteFile(ushort pact, string directory, [MarshalAs(UnmanagedType.U1)] bool overwrite);

    [LibraryImport(Library, EntryPoint = "pactffi_free_pact_handle")]
    public static partial uint FreePact(ushort pact);

    [LibraryImport(Library, EntryPoint = "pactffi_string_delete")]
    public static partial void DeleteText(nint text);
}
