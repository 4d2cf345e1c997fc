using System.Security.Cryptography;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.OpenApi;

/// <summary>The files beside a description that were read, each once.</summary>
/// <param name="root">The description itself.</param>
internal sealed partial class SideFiles(DescriptionFiles files, SourceFile root)
{
    private const int MaxFiles = 2_000;

    private readonly Dictionary<string, (SourceFile? File, SideFault? Fault)> _read = new(StringComparer.Ordinal);
    private readonly List<(string Name, byte[] Hash)> _hashes = [];

    /// <summary>What was read, with a hash of the bytes, in the order in which it was needed.</summary>
    public IReadOnlyList<(string Name, byte[] Hash)> Hashes => _hashes;

    /// <summary>The file that a reference without its fragment leads to.</summary>
    /// <param name="fault">Why there is none; null where there is one.</param>
    public SourceFile? Find(SourceFile from, string address, out SideFault? fault)
    {
        fault = null;
        if (address.Length == 0)
        {
            return from;
        }

        if (files.Locate(from.Key, address, out var refusal) is not { } key)
        {
            fault = new SideFault(refusal!.Value.Clause, refusal.Value.Hint);
            return null;
        }

        if (key == root.Key)
        {
            return root;
        }

        if (!_read.TryGetValue(key, out var known))
        {
            known = Read(key);
            _read[key] = known;
        }

        fault = known.Fault;
        return known.File;
    }

    private (SourceFile?, SideFault?) Read(string key)
    {
        if (_read.Count >= MaxFiles)
        {
            throw new UnusableInputException(
                "description-too-large",
                $"its references lead to more than {MaxFiles:N0} files",
                root.Name,
                "bundle the description into one file first"
            );
        }

        if (files.Read(key, out var refusal) is not { } bytes)
        {
            return (null, new SideFault(refusal!.Value.Clause, refusal.Value.Hint));
        }

        var name = files.Name(key);
        _hashes.Add((files.Relative(key), SHA256.HashData(bytes)));
        try
        {
            var file = new SourceFile(name, key, DocumentText.Read(bytes, name)) { Relative = files.Relative(key) };
            return OtherVersion(file) is { } other ? (null, other) : (file, null);
        }
        catch (UnusableInputException e)
        {
            return (null, new SideFault(e.Problem, e.Hint) { Location = e.Location });
        }
    }

    // Schemas mean another thing in another version.
    private SideFault? OtherVersion(SourceFile file) =>
        Version(file) is { } theirs && theirs != Version(root)
            ? new SideFault(
                $"the file is of OpenAPI {theirs}, and the description that leads to it of {Version(root)}",
                "write both in one version"
            )
            {
                Location = $"{file.Name}:{file.Text.LineOf("/openapi")}",
            }
            : null;

    private static string? Version(SourceFile file) =>
        (file.Text.Json as JsonObject)?["openapi"] is JsonValue value
        && MajorAndMinor().Match(value.ToString()) is { Success: true, Value: var version }
            ? version
            : null;

    [GeneratedRegex(@"\A[0-9]+\.[0-9]+", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex MajorAndMinor();
}

/// <summary>Why a file cannot be read.</summary>
/// <param name="Problem">As a clause about the reference; about the file where <see cref="Location"/> is
/// there.</param>
internal sealed record SideFault(string Problem, string Hint)
{
    /// <summary>The place in that file; null where the reference is at fault.</summary>
    public string? Location { get; init; }
}
