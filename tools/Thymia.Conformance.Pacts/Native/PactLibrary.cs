using System.Reflection;
using System.Runtime.InteropServices;
using Thymia.Conformance.Pacts.Native;
using Thymia.Conformance.Text;

[assembly: DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]

namespace Thymia.Conformance.Pacts.Native;

/// <summary>Finds Pact's core: in <c>pact-core/</c> beside this assembly, where the build puts it.</summary>
internal static class PactLibrary
{
    private static readonly Lock Registering = new();
    private static bool s_registered;

    public static string FileName =>
        OperatingSystem.IsWindows() ? "pact_ffi.dll"
        : OperatingSystem.IsMacOS() ? "libpact_ffi.dylib"
        : "libpact_ffi.so";

    public static void Register()
    {
        lock (Registering)
        {
            if (!s_registered)
            {
                NativeLibrary.SetDllImportResolver(typeof(PactLibrary).Assembly, Resolve);
                s_registered = true;
            }
        }
    }

    /// <summary>The file in use.</summary>
    /// <exception cref="UnusableInputException">It is not there.</exception>
    public static string Demand() => Demand(Path.Combine(AppContext.BaseDirectory, "pact-core"));

    /// <exception cref="UnusableInputException">It is not there, or is for another kind of machine.</exception>
    public static nint Load(string folder)
    {
        var file = Demand(folder);
        try
        {
            return NativeLibrary.Load(file);
        }
        catch (Exception e) when (e is DllNotFoundException or BadImageFormatException)
        {
            throw Unusable("Pact's core is for another kind of machine", file, e);
        }
    }

    /// <summary>What to tell where the loaded core is not the one tried; null where it is.</summary>
    /// <exception cref="UnusableInputException">There is no core to load.</exception>
    public static string? VersionNote(string? version) =>
        version is null or PactCore.ExpectedVersion
            ? null
            : $"Pact's core is {version}; this was tried with {PactCore.ExpectedVersion}";

    private static string Demand(string folder)
    {
        var file = Path.Combine(folder, FileName);
        return File.Exists(file) ? file : throw Unusable("Pact's core is missing", file, null);
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? path) =>
        name == PactCore.Library ? Load(Path.Combine(AppContext.BaseDirectory, "pact-core")) : 0;

    private static UnusableInputException Unusable(string problem, string file, Exception? cause) =>
        new(
            "pact-core-unusable",
            problem,
            file,
            "it comes with the packages for platforms that Pact has a core for, and with a build on this machine with "
                + "Node.js on the PATH; run --no-pacts needs none",
            cause
        );
}
