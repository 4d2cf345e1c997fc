using System.Text.Json;
using Thymia.Conformance.Judging;

namespace Thymia.Conformance.Cli.Running;

/// <summary>The findings of an earlier run.</summary>
internal static class ReportedFindings
{
    private const string Hint = "give the results.json of a run";

    /// <summary>Check, location and case of each.</summary>
    /// <exception cref="UnusableInputException">The file is no <c>results.json</c>.</exception>
    /// <param name="place">A <c>results.json</c>, or the folder that holds one.</param>
    public static IReadOnlyList<(string Check, string Location, string CaseId)> Read(string place)
    {
        var file = Directory.Exists(place) ? Path.Combine(place, "results.json") : place;
        try
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(file));
            return [.. json.RootElement.GetProperty("findings").EnumerateArray().Select(f => Read(f, file))];
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UnusableInputException("results-not-readable", "there is no such file", file, Hint, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException("results-not-readable", "the file cannot be read", file, Hint, e);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new UnusableInputException("results-not-readable", "the file is no results.json", file, Hint, e);
        }
    }

    private static (string Check, string Location, string CaseId) Read(JsonElement finding, string file)
    {
        string Of(string name) => finding.GetProperty(name).GetString() ?? throw new JsonException();
        var check = Of("check");
        return CheckCatalogue.Find(check) is not null
            ? (check, Of("location"), Of("caseId"))
            : throw new UnusableInputException(
                "results-not-readable", "a finding is of a check that does not exist", file,
                "give results of the same version");
    }
}
