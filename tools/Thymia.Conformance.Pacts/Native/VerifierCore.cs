using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;

namespace Thymia.Conformance.Pacts.Native;

/// <summary>
/// The functions of Pact's core that verification needs. It writes to the console: for a process of its own.
/// </summary>
internal static partial class VerifierCore
{
    static VerifierCore() => PactLibrary.Register();

    [LibraryImport(
        PactCore.Library,
        EntryPoint = "pactffi_verifier_new_for_application",
        StringMarshalling = StringMarshalling.Utf8
    )]
    public static partial nint New(string application, string version);

    [LibraryImport(
        PactCore.Library,
        EntryPoint = "pactffi_verifier_set_provider_info",
        StringMarshalling = StringMarshalling.Utf8
    )]
    public static partial void SetProvider(
        nint verifier,
        string name,
        string scheme,
        string host,
        ushort port,
        string path
    );

    [LibraryImport(
        PactCore.Library,
        EntryPoint = "pactffi_verifier_set_provider_state",
        StringMarshalling = StringMarshalling.Utf8
    )]
    public static partial void SetProviderState(nint verifier, string url, byte teardown, byte body);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_verifier_set_verification_options")]
    public static partial int SetOptions(nint verifier, byte anyCertificate, CULong timeOutMilliseconds);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_verifier_set_coloured_output")]
    public static partial int SetColoured(nint verifier, byte coloured);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_verifier_set_no_pacts_is_error")]
    public static partial int SetNoPactsIsError(nint verifier, byte isError);

    /// <summary>0 where it was taken.</summary>
    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_verifier_set_follow_redirects")]
    public static partial int SetFollowRedirects(nint verifier, byte follow);

    [LibraryImport(
        PactCore.Library,
        EntryPoint = "pactffi_verifier_add_file_source",
        StringMarshalling = StringMarshalling.Utf8
    )]
    public static partial void AddFile(nint verifier, string file);

    /// <summary>0 passed, 1 failed; others are wrong use.</summary>
    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_verifier_execute")]
    public static partial int Execute(nint verifier);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_verifier_json")]
    [return: MarshalUsing(typeof(OwnedText))]
    public static partial string? Json(nint verifier);

    [LibraryImport(PactCore.Library, EntryPoint = "pactffi_verifier_shutdown")]
    public static partial void Shutdown(nint verifier);
}
