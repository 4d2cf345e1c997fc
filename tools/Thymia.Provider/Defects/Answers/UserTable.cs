using System.Net;
using System.Text;
using Thymia.Provider.Calls;

namespace Thymia.Provider.Defects.Answers;

/// <summary>What is wrong with the user in a 200.</summary>
internal sealed class UserTable : IDefectTable
{
    public IReadOnlyList<Defect> Rows { get; } =
    [
        new OneStep("user-is-text", "response-schema", "The user is the label itself.")
        {
            Accepts = (request, answer) => answer.SetText("user", request.TextAt("user.userLabel") ?? ""),
        },
        new OneStep("user-label-ascii", "echo", "A label comes back with question marks for all that is not ASCII.")
        {
            Accepts = (_, answer) => answer.SetLabel(label => Encoding.ASCII.GetString(Encoding.ASCII.GetBytes(label))),
        },
        new OneStep("user-label-constant", "echo", "Every label comes back as the same text.")
        {
            Accepts = (_, answer) => answer.SetLabel(_ => "user"),
        },
        new OneStep("user-label-cut", "echo", "A label comes back cut to 255 characters.")
        {
            Accepts = (_, answer) => answer.SetLabel(label => label.Length > 255 ? label[..255] : label),
        },
        new OneStep("user-label-cut-at-bytes", "echo", "A label comes back cut to 255 bytes of UTF-8.")
        {
            Accepts = (_, answer) => answer.SetLabel(label => CutToBytes(label, 255)),
        },
        new OneStep("user-label-cut-at-64-kib", "echo", "A label comes back cut to 65,535 bytes of UTF-8.")
        {
            Accepts = (_, answer) => answer.SetLabel(label => CutToBytes(label, 65_535)),
        },
        new OneStep(
            "user-label-quoted",
            "echo",
            "A label that a spreadsheet computes comes back with a quote before it."
        )
        {
            Accepts = (_, answer) =>
                answer.SetLabel(label => label is ['=' or '+' or '-' or '@', ..] ? "'" + label : label),
        },
        new OneStep(
            "user-label-html-escaped",
            "echo",
            "A label comes back with its angle brackets, quotes and ampersands escaped for HTML."
        )
        {
            Accepts = (_, answer) => answer.SetLabel(label => WebUtility.HtmlEncode(label)),
        },
        new OneStep("user-label-lower-cased", "echo", "A label comes back in lower case.")
        {
            Accepts = (_, answer) => answer.SetLabel(label => label.ToLowerInvariant()),
        },
        new OneStep("user-label-missing", "response-schema", "The user has no label.")
        {
            Accepts = (_, answer) => answer.SetJson("user", "{}"),
        },
        new OneStep(
            "user-label-normalised",
            "echo",
            "A label comes back in Unicode's composed form, with compatibility characters replaced."
        )
        {
            Accepts = (_, answer) => answer.SetLabel(label => label.Normalize(NormalizationForm.FormKC)),
        },
        new OneStep("user-label-trimmed", "echo", "A label comes back without the blanks around it.")
        {
            Accepts = (_, answer) => answer.SetLabel(label => label.Trim()),
        },
        new OneStep("user-missing", "response-schema", "There is no user.")
        {
            Accepts = (_, answer) => answer.Remove("user"),
        },
    ];

    // As a database does that does not look where a letter begins.
    private static string CutToBytes(string label, int most)
    {
        var bytes = Encoding.UTF8.GetBytes(label);
        return bytes.Length > most ? Encoding.UTF8.GetString(bytes[..most]) : label;
    }
}
