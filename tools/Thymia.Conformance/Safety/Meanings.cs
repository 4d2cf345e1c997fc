using System.Collections.Concurrent;

namespace Thymia.Conformance.Safety;

/// <summary>
/// Guesses what a property is about from its name. A guess makes data realistic and, for phone numbers, labels and
/// addresses, safe; it never decides what is valid.
/// </summary>
internal static class Meanings
{
    private static readonly (string Fragment, Meaning Meaning)[] ByFragment =
    [
        ("label", Meaning.Label),
        ("dateofbirth", Meaning.BirthDate),
        ("birthdate", Meaning.BirthDate),
        ("birthday", Meaning.BirthDate),
        ("email", Meaning.Email),
        ("webhook", Meaning.Url),
        ("callback", Meaning.Url),
        ("firstname", Meaning.GivenName),
        ("givenname", Meaning.GivenName),
        ("lastname", Meaning.FamilyName),
        ("surname", Meaning.FamilyName),
        ("familyname", Meaning.FamilyName),
        ("language", Meaning.Language),
        ("locale", Meaning.Language),
        ("deletedata", Meaning.Deletion),
        ("purgedata", Meaning.Deletion),
        ("erasedata", Meaning.Deletion),
    ];

    // Few names come again and again; what a free object invents is not kept.
    private static readonly ConcurrentDictionary<string, Meaning> Known = new(StringComparer.Ordinal);
    private const int MostKnown = 10_000;

    /// <summary>What the last step of a pointer tells.</summary>
    public static Meaning Of(string pointer) => OfName(pointer.AsSpan(pointer.LastIndexOf('/') + 1));

    public static Meaning OfName(ReadOnlySpan<char> property)
    {
        if (Known.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(property, out var known))
        {
            return known;
        }

        var meaning = Guess(property.ToString());
        if (Known.Count < MostKnown)
        {
            Known[property.ToString()] = meaning;
        }

        return meaning;
    }

    private static Meaning Guess(string segment)
    {
        if (ReachNames.IsPhone(segment))
        {
            return Meaning.PhoneNumber;
        }

        var name = string.Concat(segment.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
        var found = ByFragment.FirstOrDefault(h => name.Contains(h.Fragment, StringComparison.Ordinal)).Meaning;
        return found != Meaning.Unknown
            ? found
            : name switch
            {
                "dob" => Meaning.BirthDate,
                "lang" => Meaning.Language,
                "name" or "fullname" or "displayname" => Meaning.PersonName,
                "city" => Meaning.City,
                "url" or "uri" or "link" => Meaning.Url,
                "id" => Meaning.Identifier,
                _ when name.EndsWith("url", StringComparison.Ordinal)
                        || name.EndsWith("uri", StringComparison.Ordinal) => Meaning.Url,
                _ => Meaning.Unknown,
            };
    }
}
