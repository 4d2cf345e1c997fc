using Thymia.Conformance.Text;

namespace Thymia.Conformance.Cli.Pacts;

/// <summary>
/// A header as the command line gives it: its name, and the variable that holds its value. Other users of a machine
/// can read a command line.
/// </summary>
internal static class SecretHeader
{
    /// <exception cref="UnusableInputException">It is not written so, or the variable holds no header
    /// value.</exception>
    public static KeyValuePair<string, string> Read(string text, IReadOnlyDictionary<string, string> variables)
    {
        var parts = text.Split('=', 2);
        if (
            parts is not [var name, var variable]
            || name.Length == 0
            || variable.Length == 0
            || !name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal))
        )
        {
            throw new UnusableInputException(
                "header-not-allowed",
                $"'{SafeText.Of(parts[0])}' is not followed by the name of a variable",
                "--header",
                "write it like X-Tenant=TENANT, where the variable TENANT holds the value"
            );
        }

        var value = variables.GetValueOrDefault(variable)?.Trim();
        return string.IsNullOrEmpty(value) || value.Any(c => c is < ' ' or > '~')
            ? throw new UnusableInputException(
                "variable-empty",
                string.IsNullOrEmpty(value)
                    ? $"the variable {SafeText.Of(variable)} is not set"
                    : $"the value of the variable {SafeText.Of(variable)} is not allowed in a header",
                "--header",
                "set it to printable ASCII, or name another"
            )
            : KeyValuePair.Create(name, value);
    }
}
