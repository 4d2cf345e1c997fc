using Thymia.Conformance.Schemas.Constraints;

namespace Thymia.Conformance.Judging;

/// <summary>Compares an error's <c>loc</c> with places in a request.</summary>
internal static class ErrorPaths
{
    // More no reader follows, whatever a provider sends.
    private const int MaxSteps = 50;

    /// <summary>
    /// True where it names exactly that place. The position within a text that is no JSON may follow the body.
    /// </summary>
    public static bool LeadsTo(IReadOnlyList<string> loc, Location place)
    {
        var path = place.Path;
        return (loc.Count == path.Count && StartsWith(loc, path, place))
            || (path.Count == 1 && loc.Count == 2 && place.Part == "body" && loc[0] == "body" && IsPosition(loc[1]));
    }

    /// <summary>True where one of the two lies within the other, so that blaming it is at worst imprecise.</summary>
    public static bool IsRelated(IReadOnlyList<string> loc, Location place)
    {
        var path = place.Path;
        return loc.Count >= path.Count ? StartsWith(loc, path, place) : loc.Count > 0 && StartsWith(path, loc, place);
    }

    /// <summary>True where it leads to a place within that one.</summary>
    public static bool IsWithin(IReadOnlyList<string> loc, Location place) =>
        loc.Count > place.Path.Count && StartsWith(loc, place.Path, place);

    /// <summary>As a finding shows it: <c>["body", "user", "birthSex"]</c>.</summary>
    public static string Show(IReadOnlyList<string> loc) =>
        $"[{string.Join(", ", loc.Take(MaxSteps).Select(step => $"\"{step}\""))}"
        + (loc.Count > MaxSteps ? ", ...]" : "]");

    private static bool StartsWith(IReadOnlyList<string> longer, IReadOnlyList<string> shorter, Location place)
    {
        var comparison = place.Part == "header" ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        for (var i = 0; i < shorter.Count; i++)
        {
            if (!string.Equals(longer[i], shorter[i], comparison))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPosition(string step) => step.Length > 0 && step.All(char.IsAsciiDigit);
}
