using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.OpenApi;

/// <summary>Reads an OpenAPI 3.x document, YAML or JSON.</summary>
public static partial class DescriptionReader
{
    /// <summary>The contract that comes with the suite.</summary>
    public static string ShippedContract =>
        Path.Combine(AppContext.BaseDirectory, "schemas", "thymia-voice-agent.openapi.yaml");

    /// <exception cref="UnusableInputException">Missing, unreadable, not YAML, not OpenAPI 3, or with a dangling
    /// reference.</exception>
    /// <param name="overlays">Files of changes to it, in order; none by default.</param>
    public static ApiDescription Read(string file, IReadOnlyList<string>? overlays = null)
    {
        if (file.Length == 0)
        {
            throw Unreadable("description-not-found", "the file has no name", "--description", null);
        }

        if (Directory.Exists(file))
        {
            throw Unreadable("description-not-readable", "it is a folder, not a file", file, null);
        }

        try
        {
            var display = Path.GetFullPath(file) == Path.GetFullPath(ShippedContract) ? Path.GetFileName(file) : file;
            return Parse(File.ReadAllBytes(file), display, new FolderFiles(file), overlays);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Unreadable("description-not-found", "there is no such file", file, e);
        }
        catch (Exception e)
            when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw Unreadable("description-not-readable", "the file cannot be read", file, e);
        }
    }

    /// <param name="source">What messages name it.</param>
    /// <param name="overlays">Files of changes to it, in order; none by default.</param>
    /// <param name="files">Where references to other files lead; null where they lead nowhere.</param>
    /// <exception cref="UnusableInputException">Not YAML, not OpenAPI 3, or with nothing in it that can be
    /// tested.</exception>
    public static ApiDescription Parse(
        byte[] bytes,
        string source,
        DescriptionFiles? files = null,
        IReadOnlyList<string>? overlays = null
    )
    {
        var text = DocumentText.Read(bytes, source);
        var root = DemandVersion3(text, source);
        var whole = WholeDocument.Of(
            root,
            new SourceFile(source, files?.Root ?? source, text),
            files,
            [.. (overlays ?? []).Select(ReadOverlay)]
        );
        var places = whole.Places;
        IReadOnlyList<Fault> faults =
        [
            .. whole.Faults,
            .. References.TakeOut(root, whole.Written),
            .. StructureCheck.Find(root).Select(f => whole.Named(f)),
        ];
        if (faults.FirstOrDefault(IsOfWhole) is { } fatal)
        {
            throw fatal.At(places);
        }

        OpenContent.Apply(root);
        if ($"{root["openapi"]}".StartsWith("3.0.", StringComparison.Ordinal))
        {
            SchemaUpgrade.Apply(root);
        }

        var document = JsonElement.Parse(root.ToJsonString(), new JsonDocumentOptions { MaxDepth = DepthLimits.Tree });
        var operations = OperationReader.ReadAll(document);
        var reach = new FaultReach(document);
        var silent = new List<Fault>(faults);
        var leftOut = LeftOut(document, operations, faults, reach, silent, places);
        if (operations.All(o => leftOut.ContainsKey(o.Name)) && leftOut.Count + faults.Count > 0)
        {
            throw leftOut.Count > 0 ? leftOut.GetAt(0).Value.Fault : faults[0].At(places);
        }

        var kept = new PartlyTested(reach, faults);
        var tested = operations.Where(o => !leftOut.ContainsKey(o.Name)).Select(kept.Of).ToList();
        return new ApiDescription
        {
            Source = source,
            Title = Shown(root["info"]?["title"]) ?? "",
            Version = Shown(root["info"]?["version"]) ?? "",
            Sha256 = whole.Sha256(bytes),
            Document = document,
            Places = places,
            Operations = tested,
            LeftOut = [.. leftOut.Values],
            LeftOutParts =
            [
                .. kept.Found.Select(f => new LeftOutPart(f.Operation, f.Part, f.Step, f.Fault.At(places))),
            ],
            Remarks =
            [
                .. whole.Remarks,
                .. tested
                    .Where(o => o.ConnectionHeaders.Count > 0)
                    .Select(o =>
                        $"{o.Name}: {string.Join(", ", o.ConnectionHeaders)} cannot be tested: HTTP itself sets it"
                    ),
                .. silent.Except(kept.Found.Select(f => f.Fault)).Select(f => f.At(places).Message.TrimEnd('.')),
            ],
        };
    }

    // What is wrong with a path or a component touches the operations that lead there; anything else all of them.
    private static bool IsOfWhole(Fault fault) =>
        !fault.Pointer.StartsWith("/paths/", StringComparison.Ordinal)
        && !fault.Pointer.StartsWith("/components/", StringComparison.Ordinal)
        && !fault.Pointer.StartsWith("/webhooks", StringComparison.Ordinal);

    private static OrderedDictionary<string, LeftOutOperation> LeftOut(
        JsonElement document,
        IReadOnlyList<Operation> operations,
        IReadOnlyList<Fault> faults,
        FaultReach reach,
        List<Fault> silent,
        PlaceMap places
    )
    {
        var own = new OperationFaults(document);
        var leftOut = new OrderedDictionary<string, LeftOutOperation>();
        foreach (var operation in operations)
        {
            var touching = reach.Of(operation, faults);
            silent.RemoveAll(touching.Contains);
            if (touching.Concat(own.Of(operation)).FirstOrDefault() is { } fault)
            {
                leftOut[operation.Name] = new LeftOutOperation(operation.Name, fault.At(places))
                {
                    Operation = operation,
                };
            }
        }

        // A path that is stated elsewhere has no operation to name.
        foreach (var fault in faults.Where(f => JsonPointer.Segments(f.Pointer) is ["paths", _, "$ref"]))
        {
            var path = JsonPointer.Segments(fault.Pointer)[1];
            silent.Remove(fault);
            leftOut[path] = new LeftOutOperation(path, fault.At(places));
        }

        return leftOut;
    }

    private static (Overlay Changes, byte[] Hash) ReadOverlay(string file)
    {
        try
        {
            var bytes = File.ReadAllBytes(file);
            return (Overlay.Parse(bytes, file), SHA256.HashData(bytes));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new UnusableInputException(
                "overlay-not-readable",
                e is FileNotFoundException or DirectoryNotFoundException
                    ? "there is no such file"
                    : "the file cannot be read",
                file,
                "name an OpenAPI Overlay with --overlay FILE",
                e
            );
        }
    }

    private static JsonObject DemandVersion3(SourceText text, string source)
    {
        var root = text.Json as JsonObject;
        var version = Shown(root?["openapi"]);
        if (root is not null && version is not null && Version3().IsMatch(version))
        {
            return root;
        }

        var (problem, hint) = (root, version) switch
        {
            (null, _) => ("the document is no mapping", "it should start with 'openapi: 3.1.0' or another version 3"),
            (_, not null) => (
                $"the document is of OpenAPI version '{version}'",
                "versions 3.0.x, 3.1.x and 3.2.x can be read"
            ),
            _ when root["swagger"] is { } old => (
                $"the document is of Swagger version '{Shown(old)}'",
                "convert it to OpenAPI 3 first"
            ),
            _ => (
                "the document does not say which OpenAPI version it is",
                "its first line should read 'openapi: 3.1.0' or another version 3"
            ),
        };
        var key =
            version is not null ? "/openapi"
            : root?["swagger"] is not null ? "/swagger"
            : "";
        throw new UnusableInputException("description-not-openapi", problem, $"{source}:{text.LineOf(key)}", hint);
    }

    private static UnusableInputException Unreadable(string code, string problem, string location, Exception? cause) =>
        new(code, problem, location, "name the OpenAPI document with --description FILE", cause);

    // A list or mapping on one line.
    private static string? Shown(JsonNode? node) => node is JsonValue value ? value.ToString() : node?.ToJsonString();

    [GeneratedRegex(@"^3\.[0-2]\.[0-9]+(-.+)?\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Version3();
}
