using System.Text;
using Thymia.Conformance.Configuration;
using Thymia.Conformance.Generation;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Replay;

namespace Thymia.Conformance.Reports.Commands;

/// <summary>
/// A request as one line for a POSIX shell that sends the same bytes. The key is read from <c>$THYMIA_APIKEY</c>, so
/// that the line can be passed on.
/// </summary>
public static class CurlLine
{
    // Linux takes no single argument beyond 128 KiB.
    private const int LongestArgument = 100_000;

    public static string Of(CaseRequest request, Uri baseUrl)
    {
        var line = new StringBuilder();
        var body = request.Body;
        var text = body is { Length: <= LongestArgument } bytes ? PosixText.Readable(bytes.Span) : null;
        if (body is { } binary && text is null)
        {
            line.Append("printf %s ").Append(Convert.ToBase64String(binary.Span)).Append(" | base64 -d | ");
        }

        line.Append("curl -sS -i");
        line.Append(request.Method == "HEAD" ? " -I" : $" -X {PosixText.Quote(request.Method)}");
        AppendHeaders(line, request);
        if (body is not null)
        {
            line.Append(text is null ? " --data-binary @-" : $" --data-raw {PosixText.Quote(text)}");
        }

        return line.Append(' ').Append(Url(request, baseUrl)).ToString();
    }

    private static void AppendHeaders(StringBuilder line, CaseRequest request)
    {
        foreach (var (name, value) in request.Headers)
        {
            AppendHeader(line, name, value);
        }

        // Curl would label any body as a form.
        if (request.ContentType is { } type)
        {
            AppendHeader(line, "content-type", type);
        }
        else if (request.Body is not null)
        {
            line.Append(" -H content-type:");
        }

        foreach (var name in request.FurtherHeaders)
        {
            line.Append(" -H \"")
                .Append(name)
                .Append(": $")
                .Append(HeaderVariables.Prefix)
                .Append(HeaderVariables.Spelt(name))
                .Append('"');
        }

        foreach (
            var credential in request.Credentials.Where(c =>
                (c.In != "header" || request.KeyHeader is not null)
                && (request.Key == KeyUse.Configured || (request.KeyName is not null && request.KeyName != c.Header))
            )
        )
        {
            var key = CredentialVariable(credential, request);
            line.Append(
                (credential.In, credential.Form) switch
                {
                    ("query", _) => $" --url-query \"{credential.Header}={key}\"",
                    ("cookie", _) => $" -b \"{credential.Header}={key}\"",
                    (_, CredentialForm.Basic) => $" -u \"{key}\"",
                    (_, CredentialForm.Bearer) => $" -H \"{credential.Header}: Bearer {key}\"",
                    _ => $" -H \"{credential.Header}: {key}\"",
                }
            );
        }

        if (request.Key != KeyUse.Configured || request.Credentials.Count == 0)
        {
            AppendBrokenKey(line, request);
        }
    }

    // It stands where the right one would, and is written as that would be.
    private static void AppendBrokenKey(StringBuilder line, CaseRequest request)
    {
        var credential = request.Credentials.FirstOrDefault(c => request.KeyName is null || c.Header == request.KeyName)
            ?? (request.KeyHeader is { } header ? new Credential(header, false, "") : null);
        if (credential is null || request.Key == KeyUse.Absent)
        {
            return;
        }

        var variable = CredentialVariable(credential, request);
        var ending = request.Key switch
        {
            KeyUse.Configured => variable,
            KeyUse.Other => "$THYMIA_OTHERAPIKEY",
            KeyUse.Extended => $"{variable}-x",
            KeyUse.OtherCase => $"$(printf %s \"{variable}\" | tr A-Za-z a-zA-Z)",
            KeyUse.FirstHalf => $"$(printf %s \"{variable}\" | cut -c 1-$(( (${{#{variable[1..]}}} + 1) / 2 )))",
            KeyUse.SameLength => $"$(printf %s \"{variable}\" | sed 's/./x/g')",
            _ => null,
        };
        var text = request.Key == KeyUse.Wrong ? MadeUpKey.Text : MadeUpKey.FixedText(request.Key) ?? "";
        var name = credential.Header;
        line.Append(
            (credential.In, credential.Form) switch
            {
                ("query", _) => " --url-query " + Word($"{name}=", ending, text),
                ("cookie", _) => " -b " + Word($"{name}=", ending, text),
                (_, CredentialForm.Basic) =>
                    $" -H \"{name}: Basic $(printf %s {Word("", ending, text)} | base64 -w 0)\"",
                (_, CredentialForm.Bearer) => " -H " + Word($"{name}: Bearer ", ending, text),
                _ when ending is null && text.Length == 0 => $" -H '{name};'",
                _ => " -H " + Word($"{name}: ", ending, text),
            }
        );
    }

    // What the shell is to work out needs double quotes, anything else as little as it can do with.
    private static string Word(string start, string? ending, string text) =>
        ending is null ? PosixText.Quote(start + text) : $"\"{start}{ending}\"";

    // The one key is read from where it always was; of several, each from its own variable.
    private static string CredentialVariable(Credential credential, CaseRequest request) =>
        request.Credentials.Count <= 1
            ? "$THYMIA_APIKEY"
            : "$" + CredentialVariables.Prefix + CredentialVariables.Spelt(credential.Scheme);

    private static void AppendHeader(StringBuilder line, string name, string value) =>
        line.Append(" -H ").Append(PosixText.Quote(value.Length == 0 ? $"{name};" : $"{name}: {value}"));

    // Curl reads braces and brackets as patterns, and folds dot segments.
    private static string Url(CaseRequest request, Uri baseUrl)
    {
        var url = baseUrl.GetLeftPart(UriPartial.Path).TrimEnd('/') + "/" + request.Target.TrimStart('/');
        var flags = request.Target.AsSpan().IndexOfAny("{}[]") >= 0 ? "--globoff " : "";
        flags += request.Target.Contains("/.", StringComparison.Ordinal) ? "--path-as-is " : "";
        return flags + PosixText.Quote(url);
    }
}
