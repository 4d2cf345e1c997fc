using System.Text.Json;
using Thymia.Conformance.Reports.Formats.Results;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Reports.Comparing;

/// <summary>Reads what a run left behind.</summary>
public static class SnapshotReader
{
    private const string Name = "results.json";

    private static readonly JsonSerializerOptions Wire = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <param name="place">A <c>results.json</c>, or the folder that holds one.</param>
    /// <exception cref="UnusableInputException">There is none, or it is not one.</exception>
    public static RunSnapshot Read(string place)
    {
        var file = Directory.Exists(place) ? Path.Combine(place, Name) : place;
        if (!File.Exists(file))
        {
            throw new UnusableInputException(
                "results-not-found",
                $"there is no {Name}",
                place,
                "name the folder that a run has written to"
            );
        }

        try
        {
            var read = JsonSerializer.Deserialize<RunSnapshot>(File.ReadAllBytes(file), Wire)!;
            return read.Version == ResultsFile.FormatVersion
                ? read with
                {
                    Source = place,
                }
                : throw new UnusableInputException(
                    "results-of-another-version",
                    $"it has format {read.Version}, and format {ResultsFile.FormatVersion} is expected",
                    file,
                    "let a run write it anew"
                );
        }
        catch (Exception e) when (e is JsonException or NotSupportedException)
        {
            throw new UnusableInputException(
                "results-not-readable",
                IsOfEarlierVersion(file) ? "an earlier version wrote it, without what runs are compared by"
                    : e is JsonException { Path: { Length: > 0 } at } ? $"it is no result of a run, at {at}"
                    : "it is no result of a run",
                file,
                "let a run write it anew",
                e
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException(
                "results-not-readable",
                "the file cannot be read",
                file,
                "give one that can",
                e
            );
        }
    }

    private static bool IsOfEarlierVersion(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(file));
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("findings", out _)
                && !document.RootElement.TryGetProperty("map", out _);
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
