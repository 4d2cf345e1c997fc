using System.Text.Json;
using Thymia.Conformance.Frameworks;
using Thymia.Conformance.Frameworks.Ajv;
using Thymia.Conformance.Frameworks.AspNetCore;
using Thymia.Conformance.Frameworks.FastApi;
using Thymia.Conformance.Frameworks.Spring;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Judging;

/// <summary>
/// The frameworks whose habits are known here: each is a folder of <c>Frameworks</c>, and a line of these.
/// </summary>
internal static class KnownFrameworks
{
    private static readonly IReadOnlyList<IErrorFormat> ErrorFormats = [new DetailList()];

    private static readonly Dictionary<string, Func<string, JsonElement?, bool>> Readings = new(
        PydanticReadings.ByName
    );

    private static readonly IReadOnlyList<IErrorWords> Words =
    [
        new DetailTypes(),
        new ProblemTitle(),
        new ErrorAttributes(),
        new ErrorObjects(),
    ];

    /// <summary>What a refusal says in the words of any of them; none where it is of none.</summary>
    public static IEnumerable<string> WordsIn(JsonElement body) => Words.SelectMany(w => w.In(body));

    /// <summary>How errors are listed where no schema says so.</summary>
    public static IErrorFormat UsualErrors => ErrorFormats[0];

    /// <summary>The format of the errors that a schema describes; null where it describes none that is known.</summary>
    public static IErrorFormat? ErrorsOf(PayloadSchema? schema)
    {
        foreach (var format in ErrorFormats)
        {
            if (format.IsDescribedBy(schema))
            {
                return format;
            }
        }

        return null;
    }

    /// <summary>Whether a framework reads the value sent in the way of that name; false for a way nobody has.</summary>
    /// <param name="text">The value as a pattern sees it.</param>
    /// <param name="value">The value itself; null where none was sent.</param>
    public static bool Reads(string reading, string text, JsonElement? value) =>
        Readings.TryGetValue(reading, out var holds) && holds(text, value);
}
