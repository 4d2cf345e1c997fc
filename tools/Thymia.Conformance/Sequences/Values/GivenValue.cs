using System.Text.Json;

namespace Thymia.Conformance.Sequences.Values;

/// <summary>What exists at a provider, as an entry of a values file says it.</summary>
internal sealed record GivenValue
{
    /// <summary>The name of a parameter; null where it is a place in bodies.</summary>
    public string? Parameter { get; init; }

    /// <summary>JSON Pointer into the bodies of requests; null where it is a parameter.</summary>
    public string? At { get; init; }

    /// <summary>Method and path of the one operation it is for; null for every one that has the place.</summary>
    public string? Operation { get; init; }

    /// <summary>The values, of which each case takes one.</summary>
    public required IReadOnlyList<JsonElement> Values { get; init; }

    /// <summary>Whether what has this id may be changed and deleted.</summary>
    public bool IsExpendable { get; init; }

    /// <summary>The file and line that state it, such as <c>pets.yaml:4</c>.</summary>
    public required string Source { get; init; }

    /// <summary>What it is for, as sentences name it.</summary>
    public string Place => Parameter ?? At!;
}
