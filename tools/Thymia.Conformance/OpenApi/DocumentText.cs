using System.Text;
using System.Text.Json;
using Thymia.Conformance.Text;
using YamlDotNet.Core;

namespace Thymia.Conformance.OpenApi;

/// <summary>Makes a tree of the bytes of a file, YAML or JSON.</summary>
internal static class DocumentText
{
    /// <exception cref="UnusableInputException">It is neither, with line and column.</exception>
    public static SourceText Read(byte[] bytes, string source)
    {
        var text = Decode(bytes, source);
        try
        {
            return JsonSource.LooksLikeJson(text) ? JsonSource.Read(text) : YamlText.Read(text);
        }
        catch (DoubledNameException e)
        {
            throw Doubled(e.Message, $"{source}:{e.LineNumber + 1}:{e.BytePositionInLine + 1}", e);
        }
        catch (JsonException json)
        {
            // Braces start a YAML mapping too; where it is neither, the JSON is what was meant.
            try
            {
                return YamlText.Read(text);
            }
            catch (YamlException)
            {
                var place = $"{source}:{json.LineNumber + 1}:{json.BytePositionInLine + 1}";
                throw NotYaml(json.Message.Split(" Path:")[0].Split(" LineNumber:")[0], place, json);
            }
        }
        catch (DoubledKeyException e)
        {
            throw Doubled(e.Message, $"{source}:{e.Start.Line}:{e.Start.Column}", e);
        }
        catch (YamlException e)
        {
            var place = $"{source}:{Math.Max(1, e.Start.Line)}:{Math.Max(1, e.Start.Column)}";
            throw NotYaml(e.Message, place, e);
        }
    }

    private static string Decode(byte[] bytes, string source)
    {
        try
        {
            return new UTF8Encoding(false, true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException e)
        {
            throw new UnusableInputException(
                "description-not-yaml",
                "the file is not text in UTF-8",
                source,
                "save it as UTF-8",
                e
            );
        }
    }

    private static UnusableInputException Doubled(string problem, string place, Exception cause) =>
        new("description-not-yaml", problem, place, "take one of the two away", cause);

    private static UnusableInputException NotYaml(string problem, string place, Exception cause) =>
        new(
            "description-not-yaml",
            $"the file is neither YAML nor JSON: {problem.ReplaceLineEndings(" ").Trim().TrimEnd('.')}",
            place,
            "mend the text there",
            cause
        );
}
