using System.Text.Json;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>A pact file as read: whose it is and what it holds.</summary>
internal sealed record PactContent(
    string File,
    string Consumer,
    string Provider,
    IReadOnlyList<JsonElement> Interactions
)
{
    public const int Deepest = DepthLimits.Written;

    /// <summary>The version of the Pact specification, such as <c>4.0</c>; null where the file names none.</summary>
    public string? Specification { get; private init; }

    /// <summary>True where it was recorded here.</summary>
    public bool IsRecorded { get; private init; }

    public PactKey Key { get; init; }

    /// <summary>True where it says that it was recorded of a part of a run.</summary>
    public bool IsPart { get; private init; }

    /// <exception cref="UnusableInputException">Missing, not JSON, or no pact.</exception>
    public static PactContent Read(string file)
    {
        try
        {
            using var document = JsonDocument.Parse(
                PactText.Bytes(file),
                new JsonDocumentOptions { MaxDepth = Deepest }
            );
            return Read(file, document.RootElement);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UnusableInputException(
                "pact-not-found",
                "there is no such pact",
                file,
                "record one first, or name another",
                e
            );
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UnusableInputException(
                "pact-not-readable",
                "the pact cannot be read",
                file,
                "check its permissions",
                e
            );
        }
        catch (JsonException e)
        {
            throw new UnusableInputException(
                "pact-not-json",
                "the pact is not JSON",
                $"{file}:{e.LineNumber + 1}",
                "record it again",
                e
            );
        }
    }

    private static PactContent Read(string file, JsonElement root)
    {
        var version = PactVersion.Demand(
            Member(Member(Member(root, "metadata"), "pactSpecification"), "version")?.ToString(),
            file
        );
        if (Member(root, "messages") is not null && Member(root, "interactions") is null)
        {
            throw new UnusableInputException(
                "pact-of-messages",
                "the pact is of messages, which are not HTTP and cannot be verified here",
                file,
                "verify it with the tool of the provider's language"
            );
        }

        if (
            Name(root, "consumer") is not { } consumer
            || Name(root, "provider") is not { } provider
            || !root.TryGetProperty("interactions", out var interactions)
            || interactions.ValueKind != JsonValueKind.Array
        )
        {
            throw new UnusableInputException(
                "pact-not-a-pact",
                "the file has no consumer, no provider or no list of interactions",
                file,
                "name a pact file of Pact V2 to V4"
            );
        }

        var marked = Member(Member(root, "metadata"), CorePactWriter.MetadataSpace);
        return new PactContent(file, consumer, provider, [.. interactions.EnumerateArray().Select(i => i.Clone())])
        {
            Specification = version,
            IsRecorded = marked is not null,
            IsPart = Member(marked, PactFolder.PartMark) is { ValueKind: JsonValueKind.True },
            Key = Member(marked, "key")?.ToString() == "absent" ? PactKey.Absent : PactKey.Sent,
        };
    }

    private static string? Name(JsonElement root, string who) =>
        root.ValueKind == JsonValueKind.Object ? Member(Member(root, who), "name")?.ToString() : null;

    private static JsonElement? Member(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } map && map.TryGetProperty(name, out var value) ? value : null;
}
