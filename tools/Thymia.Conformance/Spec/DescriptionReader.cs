using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using YamlDotNet.Core;

namespace Thymia.Conformance.Spec;

/// <summary>Reads an OpenAPI 3.x document, YAML or JSON, with Microsoft's OpenAPI reader.</summary>
public static class DescriptionReader
{
    /// <summary>The contract that comes with the suite.</summary>
    public static string ShippedContract =>
        Path.Combine(AppContext.BaseDirectory, "schemas", "thymia-voice-agent.openapi.yaml");

    /// <exception cref="UnusableInputException">Missing, unreadable, not YAML, not OpenAPI 3, or with a dangling reference.</exception>
    public static ApiDescription Read(string file)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            var missing = e is FileNotFoundException or DirectoryNotFoundException;
            throw new UnusableInputException(
                missing ? "description-not-found" : "description-not-readable",
                missing ? "there is no such file" : "the file cannot be read",
                file,
                "name the OpenAPI document with --description FILE",
                e);
        }

        var display = Path.GetFullPath(file) == Path.GetFullPath(ShippedContract) ? Path.GetFileName(file) : file;
        return Parse(bytes, display);
    }

    internal static ApiDescription Parse(byte[] bytes, string source)
    {
        var yaml = ReadYaml(bytes, source);
        if (yaml.Json is not JsonObject root || root["openapi"]?.ToString() is not { } version
            || !version.StartsWith("3.", StringComparison.Ordinal))
        {
            throw new UnusableInputException(
                "description-not-openapi",
                "the document does not say which OpenAPI version it is",
                $"{source}:1",
                "its first line should read 'openapi: 3.1.0' or another version 3");
        }

        References.Demand(root, yaml.Lines, source);
        var normalised = Normalise(root, yaml.Lines, source);
        return new ApiDescription
        {
            Source = source,
            Title = $"{root["info"]?["title"]}",
            Version = $"{root["info"]?["version"]}",
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes)),
            Document = normalised,
            Lines = yaml.Lines,
            Operations = OperationReader.ReadAll(normalised),
        };
    }

    private static YamlText ReadYaml(byte[] bytes, string source)
    {
        try
        {
            return YamlText.Read(new UTF8Encoding(false, true).GetString(bytes).TrimStart('\uFEFF'));
        }
        catch (YamlException e)
        {
            throw new UnusableInputException(
                "description-not-yaml",
                $"the file is neither YAML nor JSON: {OneLine(e.InnerException?.Message ?? e.Message)}",
                $"{source}:{Math.Max(1, e.Start.Line)}:{Math.Max(1, e.Start.Column)}",
                "mend the text there",
                e);
        }
        catch (Exception e) when (e is DecoderFallbackException or InvalidCastException)
        {
            throw new UnusableInputException(
                "description-not-yaml", "the file is not text in UTF-8", source, "save it as UTF-8", e);
        }
    }

    private static JsonElement Normalise(JsonObject root, IReadOnlyDictionary<string, int> lines, string source)
    {
        var result = new OpenApiJsonReader().Read(root, new Uri("file:///description"), new OpenApiReaderSettings());
        if (result.Diagnostic?.Errors is [var error, ..] || result.Document is null)
        {
            var first = result.Diagnostic?.Errors.FirstOrDefault();
            var pointer = first?.Pointer?.TrimStart('#') ?? "";
            throw new UnusableInputException(
                "description-not-openapi",
                $"not a valid OpenAPI document: {OneLine(first?.Message ?? "it has no content")}",
                $"{source}:{lines.GetValueOrDefault(pointer, 1)}",
                $"compare it with the OpenAPI specification{(pointer.Length > 0 ? $" at #{pointer}" : "")}");
        }

        return JsonDocument.Parse(Write(result.Document)).RootElement;
    }

    // The writer formats numbers by the current culture: 0.01 is no JSON in Arabic.
    private static string Write(OpenApiDocument document)
    {
        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        try
        {
            using var text = new StringWriter();
            document.SerializeAsV31(new OpenApiJsonWriter(text));
            return text.ToString();
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }
    }

    private static string OneLine(string message) => message.ReplaceLineEndings(" ").Trim().TrimEnd('.');
}
