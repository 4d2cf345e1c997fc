using System.Globalization;

namespace Thymia.Provider.Rules;

/// <summary>Where in a request a problem is: FastAPI's <c>loc</c>.</summary>
/// <param name="Path">
/// The place within its part of the request, dotted: <c>user.birthSex</c>; empty for the whole.
/// </param>
/// <param name="Loc">The JSON that is written.</param>
internal sealed record Place(string Path, string Loc)
{
    public static readonly Place Key = new("x-api-key", """["header","x-api-key"]""");

    public static readonly Place CallId = new("callId", """["path","callId"]""");

    public static readonly Place Body = new("", """["body"]""");

    /// <summary>A place in a text that is no JSON, in characters from its start.</summary>
    public static Place At(int position) =>
        new(Path: "", string.Create(CultureInfo.InvariantCulture, $"[\"body\",{position}]"));

    /// <summary>A dotted path of the body.</summary>
    public static Place In(string path) =>
        new(path, "[\"body\",\"" + path.Replace(".", "\",\"", StringComparison.Ordinal) + "\"]");
}
