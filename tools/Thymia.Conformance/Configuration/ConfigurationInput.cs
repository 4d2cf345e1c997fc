using System.Collections;

namespace Thymia.Conformance.Configuration;

/// <summary>What configuration is read from, so that a test can give its own.</summary>
public sealed record ConfigurationInput
{
    /// <summary>The folder of <c>appsettings.json</c>.</summary>
    public required string Folder { get; init; }

    /// <summary>All environment variables.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    /// <summary>Setting to text, as named on the command line.</summary>
    public IReadOnlyDictionary<Setting, string> CommandLine { get; init; } = new Dictionary<Setting, string>();

    /// <summary>Reads standard input to its end, for a description <c>-</c>; null where there is none.</summary>
    public Func<byte[]>? StandardInput { get; init; }

    /// <summary>Whether files of settings in <see cref="Folder"/> count; true by default.</summary>
    internal bool Files { get; init; } = true;

    /// <summary>Whether the user's secrets (id <c>thymia-conformance</c>) count; true by default.</summary>
    public bool UserSecrets { get; init; } = true;

    /// <summary>
    /// Whether requests will be sent, so that a remote provider must be fit to get them; true by default.
    /// </summary>
    public bool Sends { get; init; } = true;

    /// <summary>
    /// Whether a run may be divided into parts, and a job runner say which part this is; false by default.
    /// </summary>
    public bool Divides { get; init; }

    /// <summary>The variables of this process.</summary>
    public static IReadOnlyDictionary<string, string> ProcessEnvironment() =>
        System
            .Environment.GetEnvironmentVariables()
            .Cast<DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string?)e.Value ?? "", StringComparer.Ordinal);
}
