namespace Thymia.Conformance.Configuration;

/// <summary>What names a policy: a word of the suite's, or a file of a team's.</summary>
public static class PolicyName
{
    private static readonly string[] Extensions = [".yaml", ".yml", ".json"];

    /// <summary>Those that come with the suite, but for <c>strict</c> and <c>auto</c>.</summary>
    public static IReadOnlyList<string> OfFrameworks { get; } =
    ["ajv", "aspnet-core", "fastapi-pydantic-v1", "fastapi-pydantic-v2", "spring"];

    /// <summary>Whether that is the name of a file rather than of a policy.</summary>
    public static bool IsFile(string name) =>
        Array.Exists(Extensions, e => name.EndsWith(e, StringComparison.OrdinalIgnoreCase));

    /// <summary>The name as it is judged by; null where it is none.</summary>
    internal static string? Parse(string text) =>
        IsFile(text) ? text
        : text.ToLowerInvariant() is var name && (name is "strict" or "auto" || OfFrameworks.Contains(name)) ? name
        : null;
}
