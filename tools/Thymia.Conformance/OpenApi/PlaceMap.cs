namespace Thymia.Conformance.OpenApi;

/// <summary>Where the values of a description are written: in which file, and on which line of it.</summary>
/// <param name="Root">The file that holds whatever is not listed.</param>
internal sealed record PlaceMap(SourceFile Root)
{
    /// <summary>The values that stand elsewhere than the value around them, and their pointers there.</summary>
    public IReadOnlyDictionary<string, (SourceFile File, string Pointer)> Moved { get; init; } =
        new Dictionary<string, (SourceFile, string)>();

    /// <summary>The file of a value, and its pointer there.</summary>
    public (SourceFile File, string Pointer) Of(string pointer)
    {
        for (var at = pointer; Moved.Count > 0 && at.Length > 0; at = JsonPointer.Parent(at))
        {
            if (Moved.TryGetValue(at, out var moved))
            {
                return (moved.File, moved.Pointer + pointer[at.Length..]);
            }
        }

        return (Root, pointer);
    }

    /// <summary>A text about a value of another file, with the pointers that it has there.</summary>
    public string Named(string pointer, string text)
    {
        if (Of(pointer).File == Root)
        {
            return text;
        }

        var moved = pointer;
        while (!Moved.ContainsKey(moved))
        {
            moved = JsonPointer.Parent(moved);
        }

        return text.Replace($"#{moved}", $"#{Moved[moved].Pointer}", StringComparison.Ordinal);
    }

    /// <summary>The line of a value, or of the nearest one around it, in its file.</summary>
    public int LineOf(string pointer) => Of(pointer) is var (file, there) ? file.Text.LineOf(there) : 1;

    /// <summary>Such as <c>api.yaml:47</c>.</summary>
    public string At(string pointer) =>
        Of(pointer) is var (file, there) ? $"{file.Name}:{file.Text.LineOf(there)}" : "";
}
