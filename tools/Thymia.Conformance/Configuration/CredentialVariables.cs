using Thymia.Conformance.Text;

namespace Thymia.Conformance.Configuration;

/// <summary>
/// Secrets for each security scheme, one variable each; never an option, which other users of a machine can read.
/// </summary>
public static class CredentialVariables
{
    public const string Prefix = "THYMIA_CREDENTIALS__";

    /// <summary>
    /// How a scheme is spelt in a variable's name: in capitals, with <c>_</c> for all but letters and digits.
    /// </summary>
    public static string Spelt(string scheme) =>
        string.Concat(scheme.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToUpperInvariant(c) : '_'));

    /// <summary>The secrets by their schemes as spelt in names of variables.</summary>
    /// <exception cref="UnusableInputException">Two variables are for one scheme, or a value cannot be
    /// sent.</exception>
    internal static IReadOnlyDictionary<string, string> Read(IEnumerable<KeyValuePair<string, string>> variables)
    {
        var secrets = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var (variable, value) in variables.Where(v => v.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
        )
        {
            // Pipelines hand on a secret they do not have as empty text.
            if (value.Trim().Length == 0)
            {
                continue;
            }

            if (!secrets.TryAdd(Spelt(variable[Prefix.Length..]), value.Trim()))
            {
                throw new UnusableInputException(
                    "setting-not-allowed",
                    "two variables are for the same security scheme",
                    SafeText.Of(variable),
                    "unset one of them"
                );
            }

            if (!SettingText.IsKey(value.Trim()))
            {
                throw new UnusableInputException(
                    "setting-not-allowed",
                    $"the value from the environment variable {SafeText.Of(variable)} is not allowed",
                    SafeText.Of(variable),
                    "give visible ASCII characters: the key, the token or user:password"
                );
            }
        }

        return secrets;
    }
}
