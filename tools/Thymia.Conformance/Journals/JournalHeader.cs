using System.Text.Json;

namespace Thymia.Conformance.Journals;

/// <summary>The first line of a journal: of which run it is.</summary>
public sealed record JournalHeader
{
    /// <summary>Counts up with any change that a reader has to know of.</summary>
    public const int FormatVersion = 1;

    /// <summary>The version of the tool that writes it; another may number cases or checks differently.</summary>
    public required string Tool { get; init; }

    /// <summary>SHA-256 of the description, in hex.</summary>
    public required string Description { get; init; }

    /// <summary>Where the requests went.</summary>
    public required Uri BaseUrl { get; init; }

    /// <summary>The Defects of the embedded provider and its mode; null where another provider answers.</summary>
    public IReadOnlyList<string>? Defects { get; init; }

    public string? Mode { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>Every setting that was set, by its key and without secrets, as text.</summary>
    public required IReadOnlyDictionary<string, string> Settings { get; init; }

    /// <summary>Whether the run records no pact; false by default.</summary>
    public bool NoPacts { get; init; }

    /// <summary>The folder of an earlier run that it is compared with; null for none.</summary>
    public string? CompareWith { get; init; }

    internal void Write(Utf8JsonWriter json)
    {
        json.WriteNumber("journal", FormatVersion);
        json.WriteString("tool", Tool);
        json.WriteString("description", Description);
        json.WriteString("baseUrl", BaseUrl.ToString());
        json.WriteString("startedAt", StartedAt);
        json.WriteStartObject("settings");
        foreach (var (key, text) in Settings)
        {
            json.WriteString(key, text);
        }

        json.WriteEndObject();
        if (NoPacts)
        {
            json.WriteBoolean("noPacts", NoPacts);
        }

        if (CompareWith is not null)
        {
            json.WriteString("compareWith", CompareWith);
        }

        if (Mode is not null)
        {
            json.WriteString("mode", Mode);
            json.WriteStartArray("defects");
            Defects?.ToList().ForEach(json.WriteStringValue);
            json.WriteEndArray();
        }
    }

    /// <summary>Null where the line is no header of this format.</summary>
    internal static JournalHeader? Read(JsonElement line) =>
        line.ValueKind == JsonValueKind.Object
        && line.TryGetProperty("journal", out var version)
        && version.TryGetInt32(out var number)
        && number == FormatVersion
            ? new JournalHeader
            {
                Tool = JournalText.Of(line.GetProperty("tool")),
                Description = JournalText.Of(line.GetProperty("description")),
                BaseUrl = new Uri(JournalText.Of(line.GetProperty("baseUrl"))),
                StartedAt = line.GetProperty("startedAt").GetDateTimeOffset(),
                Settings = line.GetProperty("settings")
                    .EnumerateObject()
                    .ToDictionary(p => p.Name, p => JournalText.Of(p.Value)),
                NoPacts = line.TryGetProperty("noPacts", out var noPacts) && noPacts.GetBoolean(),
                CompareWith = line.TryGetProperty("compareWith", out var before) ? before.GetString() : null,
                Mode = line.TryGetProperty("mode", out var mode) ? mode.GetString() : null,
                Defects = line.TryGetProperty("defects", out var defects)
                    ? [.. defects.EnumerateArray().Select(JournalText.Of)]
                    : null,
            }
            : null;
}
