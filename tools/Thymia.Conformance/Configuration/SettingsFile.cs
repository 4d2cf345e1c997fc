using System.Buffers;
using System.Text;
using System.Text.Json;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Configuration;

/// <summary>
/// Finds what is misspelt in a file of settings, and secrets that do not belong there: with <c>BaseURI</c> passed over,
/// a run meant for staging would pass against the embedded provider.
/// </summary>
/// <param name="path">The file, which need not exist.</param>
internal sealed class SettingsFile(string path, SettingsFileKind kind)
{
    /// <summary>The part of a shared file that is ours alone.</summary>
    public const string Section = "Thymia";

    // Where an editor finds what may stand there.
    private const string SchemaKey = "$schema";

    // Other programs have settings such as ApiUrl.
    private const int FarthestOfOthers = 2;
    private const int FarthestOfOurs = 3;

    // What ASP.NET Core itself reads from a shared file.
    private static readonly string[] OfHosts = ["Urls", "AllowedHosts", "Kestrel", "Logging"];

    private static readonly JsonReaderOptions Reading = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    private readonly string _name = Path.GetFileName(path);

    /// <exception cref="UnusableInputException">A key is none of ours and should be, or holds a secret.</exception>
    public void Demand()
    {
        if (ReadAll() is not { } bytes)
        {
            return;
        }

        try
        {
            var keys = Keys(bytes).ToList();
            foreach (var key in keys)
            {
                Demand(key, keys);
            }
        }
        catch (JsonException e)
        {
            throw new UnusableInputException(
                "settings-not-readable",
                "the file is not JSON",
                $"{_name}:{(e.LineNumber ?? 0) + 1}",
                "mend the text there",
                e
            );
        }
    }

    private void Demand(Key key, List<Key> all)
    {
        var setting = SettingCatalogue.All.FirstOrDefault(s =>
            s.Key.Equals(key.Name, StringComparison.OrdinalIgnoreCase)
        );
        if (setting is null && NamedSecrets.All.FirstOrDefault(s => IsOf(key, s)) is { } named)
        {
            DemandOurs(key, named);
        }
        else if (setting is null)
        {
            if (kind != SettingsFileKind.Own || key.Name != SchemaKey)
            {
                DemandOther(key, all);
            }
        }
        else if (setting.IsSecret && kind != SettingsFileKind.Secret)
        {
            throw new UnusableInputException(
                "secret-in-file",
                $"{setting.Key} is never read from a file, which is shared and kept in history",
                $"{_name}:{key.Line}",
                $"take it away, and set {setting.Variable} or the user secret {setting.Key}"
            );
        }
        else if (key.Kind is JsonTokenType.StartArray || (key.Kind is JsonTokenType.StartObject && IsAllOurs(key)))
        {
            throw new UnusableInputException(
                "setting-not-allowed",
                $"{setting.Key} holds {(key.Kind is JsonTokenType.StartArray ? "a list" : "an object")}",
                $"{_name}:{key.Line}",
                $"write it as text, and give {setting.Allowed}"
            );
        }
    }

    // In a shared file only what resembles one of ours is meant for us, and not where the right one stands as well.
    private void DemandOther(Key key, List<Key> all)
    {
        var meant = Spelling.Nearest(
            key.Name,
            SettingCatalogue.All.Select(s => s.Key),
            IsAllOurs(key) ? FarthestOfOurs : FarthestOfOthers
        );
        var isLikely =
            meant is not null
            && !OfHosts.Contains(key.Name, StringComparer.OrdinalIgnoreCase)
            && key.Kind is not (JsonTokenType.StartObject or JsonTokenType.StartArray)
            && !all.Exists(k => k.Name.Equals(meant, StringComparison.OrdinalIgnoreCase));
        if (IsAllOurs(key) || isLikely)
        {
            throw new UnusableInputException(
                "setting-unknown",
                $"there is no setting {SafeText.Of(key.Name)}",
                $"{_name}:{key.Line}",
                meant is null ? "see thymia-conformance run --help for all of them" : $"perhaps {meant} is meant"
            );
        }
    }

    // Secrets with names of their own; in a shared file, the words are another program's outside our section.
    private void DemandOurs(Key key, NamedSecrets named)
    {
        if (kind == SettingsFileKind.Own || (kind == SettingsFileKind.Shared && key.InSection))
        {
            throw new UnusableInputException(
                "secret-in-file",
                $"{named.Section} are never read from a file, which is shared and kept in history",
                $"{_name}:{key.Line}",
                $"take them away, and set {named.Prefix} and the name of the {named.Subject}"
            );
        }
    }

    private static bool IsOf(Key key, NamedSecrets named) =>
        key.Name.Equals(named.Section, StringComparison.OrdinalIgnoreCase)
        || key.Name.StartsWith($"{named.Section}:", StringComparison.OrdinalIgnoreCase);

    private bool IsAllOurs(Key key) => kind != SettingsFileKind.Shared || key.InSection;

    // What cannot be read is said by the one who reads it.
    private byte[]? ReadAll()
    {
        try
        {
            return File.Exists(path) ? File.ReadAllBytes(path) : null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>The names at the root and in our section; none where the root is no object.</summary>
    private static List<Key> Keys(byte[] bytes)
    {
        var start = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
        var json = new Utf8JsonReader(bytes.AsSpan(start), Reading);
        var keys = new List<Key>();
        var inSection = false;
        if (!json.Read() || json.TokenType != JsonTokenType.StartObject)
        {
            return [];
        }

        while (json.Read())
        {
            if (json.TokenType == JsonTokenType.EndObject && json.CurrentDepth == 1)
            {
                inSection = false;
            }
            else if (json.TokenType == JsonTokenType.PropertyName)
            {
                var (name, line) = (
                    Text(ref json),
                    1 + bytes.AsSpan(0, start + (int)json.TokenStartIndex).Count((byte)'\n')
                );
                json.Read();
                if (!inSection && json.TokenType == JsonTokenType.StartObject && IsSection(name))
                {
                    inSection = true;
                    continue;
                }

                keys.Add(new Key(name, json.TokenType, line, inSection));
                json.Skip();
            }
        }

        return keys;
    }

    private static bool IsSection(string name) => name.Equals(Section, StringComparison.OrdinalIgnoreCase);

    // A name may hold what is no text.
    private static string Text(ref Utf8JsonReader json)
    {
        try
        {
            return json.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(json.HasValueSequence ? json.ValueSequence.ToArray() : json.ValueSpan);
        }
    }

    private sealed record Key(string Name, JsonTokenType Kind, int Line, bool InSection);
}
