using System.Text.Json;
using System.Text.Json.Nodes;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Text;
using YamlDotNet.Core;

namespace Thymia.Conformance.Judging;

/// <summary>A YAML file of ours, checked against its JSON Schema before anything is made of it.</summary>
internal static class OwnFile
{
    private static readonly JsonSerializerOptions Writing = new() { MaxDepth = DepthLimits.Tree };

    /// <param name="schemaName">The schema's file in <c>schemas/</c>, such as <c>tolerances.schema.json</c>.</param>
    /// <exception cref="UnusableInputException">Missing, not YAML, or against its schema; the location names the
    /// line.</exception>
    public static (JsonElement Root, IReadOnlyDictionary<string, int> Lines) Read(string file, string schemaName)
    {
        var name = Path.GetFileName(file);
        var yaml = ReadYaml(file, name);
        var bytes = JsonSerializer.SerializeToUtf8Bytes(yaml.Json, Writing);
        if (Schema(schemaName).Check(bytes) is [var first, ..])
        {
            throw new UnusableInputException(
                "own-file-against-schema",
                $"at {(first.Pointer is "" ? "the top" : first.Pointer)} there is {first.Found}, "
                    + $"expected {first.Expected}",
                $"{name}:{yaml.LineOf(first.Pointer)}",
                $"compare it with schemas/{schemaName}"
            );
        }

        return (JsonElement.Parse(bytes, new JsonDocumentOptions { MaxDepth = DepthLimits.Tree }), yaml.Lines);
    }

    private static SourceText ReadYaml(string file, string name)
    {
        try
        {
            return YamlText.Read(File.ReadAllText(file));
        }
        catch (YamlException e)
        {
            throw new UnusableInputException(
                "own-file-not-yaml",
                e is DoubledKeyException ? e.Message : "the file is not YAML",
                $"{name}:{Math.Max(1, e.Start.Line)}",
                "mend the text there",
                e
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException(
                "own-file-not-readable",
                "the file cannot be read",
                name,
                "give a file that can",
                e
            );
        }
    }

    // Our schemas are judged by the engine that judges the contract's, which wants them in a description.
    private static PayloadSchema Schema(string name)
    {
        var text = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "schemas", name));
        return new SchemaLibrary(
            new ApiDescription
            {
                Source = name,
                Title = name,
                Version = "",
                Sha256 = "",
                Operations = [],
                Document = JsonDocument.Parse(text).RootElement,
            }
        ).At("");
    }
}
