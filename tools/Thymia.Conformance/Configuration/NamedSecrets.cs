using Thymia.Conformance.Text;

namespace Thymia.Conformance.Configuration;

/// <summary>
/// Secrets that have names of their own, one variable or user secret each; never an option, which other users of a
/// machine can read.
/// </summary>
/// <param name="Section">As user secrets name it, such as <c>Credentials</c>.</param>
/// <param name="Subject">What each is for, such as <c>security scheme</c>.</param>
/// <param name="IsAllowed">Whether a value can be sent.</param>
/// <param name="Allowed">What to give, as an imperative.</param>
internal sealed record NamedSecrets(string Section, string Subject, Func<string, bool> IsAllowed, string Allowed)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<NamedSecrets> All { get; } =
    [CredentialVariables.Secrets, ClientVariables.Secrets, HeaderVariables.Secrets];

    /// <summary>What the names of the variables begin with.</summary>
    public string Prefix => $"{ConfigurationSources.Prefix}{Section.ToUpperInvariant()}__";

    /// <summary>
    /// How a name is spelt in a variable's: in capitals, with <c>_</c> for all but letters and digits.
    /// </summary>
    public static string Spelt(string name) =>
        string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_'));

    /// <summary>The secrets by their names as spelt in those of variables, which overrule user secrets.</summary>
    /// <exception cref="UnusableInputException">Two are for one name, one has no name, or a value cannot be
    /// sent.</exception>
    public IReadOnlyDictionary<string, string> Read(
        IEnumerable<KeyValuePair<string, string>> variables,
        IEnumerable<KeyValuePair<string, string>>? userSecrets = null
    )
    {
        var secrets = Read(
            (userSecrets ?? []).Select(s => (s.Key, $"the user secret {Section}:{SafeText.Of(s.Key)}", s.Value))
        );
        foreach (
            var (name, value) in Read(
                variables
                    .Where(v => v.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
                    .Select(v => (v.Key[Prefix.Length..], $"the environment variable {SafeText.Of(v.Key)}", v.Value))
            )
        )
        {
            secrets[name] = value;
        }

        return secrets;
    }

    private Dictionary<string, string> Read(IEnumerable<(string Name, string Origin, string Value)> given)
    {
        var secrets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, origin, stated) in given)
        {
            // Pipelines hand on a secret they do not have as empty text.
            var value = stated.Trim();
            if (value.Length == 0)
            {
                continue;
            }

            var place = origin.Split(' ')[^1];
            if (name.Length == 0)
            {
                throw Refused($"it names no {Subject}", place, $"write its name behind {Prefix}");
            }

            if (!secrets.TryAdd(Spelt(name), value))
            {
                throw Refused($"two variables are for the same {Subject}", place, "unset one of them");
            }

            if (!IsAllowed(value))
            {
                throw Refused($"the value from {origin} is not allowed", place, Allowed);
            }
        }

        return secrets;
    }

    private static UnusableInputException Refused(string problem, string place, string hint) =>
        new("setting-not-allowed", problem, place, hint);
}
