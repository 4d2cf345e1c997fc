namespace Thymia.Conformance.OpenApi;

/// <summary>Which kind of component may stand where a reference does.</summary>
internal static class BundleKinds
{
    public const string Schemas = "schemas";
    public const string PathItems = "pathItems";

    private static readonly string[] ByMap =
    [
        "responses",
        "parameters",
        "requestBodies",
        "headers",
        "examples",
        "links",
        "securitySchemes",
    ];

    /// <summary>The kind at a place outside schemas, named as in <c>components</c>; null where there is none.</summary>
    public static string? Of(IReadOnlyList<string> segments) =>
        segments switch
        {
            ["paths", _] or ["components", PathItems, _] => PathItems,
            [.., var map, _] when ByMap.Contains(map) => map,
            [.., "requestBody"] => "requestBodies",
            _ => null,
        };

    /// <summary>Whether it is a whole component.</summary>
    public static bool IsComponent(string pointer) => JsonPointer.Segments(pointer) is ["components", _, _];

    /// <summary>Whether it is of a callback or a webhook, which nothing tests.</summary>
    public static bool IsUntested(string pointer) =>
        JsonPointer.Segments(pointer) switch
        {
            ["webhooks", ..] or ["components", "callbacks", ..] => true,
            ["paths", _, "additionalOperations", _, "callbacks", ..] or ["paths", _, _, "callbacks", ..] => true,
            ["components", PathItems, _, "additionalOperations", _, "callbacks", ..] => true,
            ["components", PathItems, _, _, "callbacks", ..] => true,
            _ => false,
        };
}
