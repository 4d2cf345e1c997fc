using System.Text.Json.Nodes;
using PactNet;
using PactNet.Exceptions;
using PactNet.Matchers;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Text;
using Matchers = Thymia.Conformance.Pacts.Recording.Matchers;

namespace Thymia.Conformance.PactNet;

/// <summary>
/// Has PactNet write a pact: each interaction by its V4 builder, then its request to PactNet's mock server. What
/// PactNet offers no way to say, keys and metadata, is put into the file afterwards.
/// </summary>
public sealed class PactNetWriter : IPactWriter
{
    private const int InOneServer = 10;
    private const int MostAttempts = 3;

    /// <summary>
    /// Not where the body is broken on purpose: Pact compares JSON as JSON, so the mock server would refuse it.
    /// </summary>
    public bool Takes(Interaction interaction) => interaction.RequestBody?.Text is null;

    /// <inheritdoc/>
    /// <exception cref="UnusableInputException">PactNet refuses it, or would report its use.</exception>
    public string Write(string folder, PactNames names, PactKey key, IReadOnlyList<Interaction> interactions)
    {
        Telemetry.DemandOff();
        var config = new PactConfig
        {
            PactDir = folder,
            LogLevel = PactLogLevel.None,
            Outputters = [],
        };
        foreach (var group in interactions.Chunk(InOneServer))
        {
            var builder = Pact.V4(names.Consumer, names.Provider, config).WithHttpInteractions();
            Array.ForEach(group, i => Add(builder.UponReceiving(i.Description), i));
            Demand(builder, group);
        }

        var file = Directory.EnumerateFiles(folder, "*.json").Single();
        Complete(file, key, interactions);
        return file;
    }

    // The server may answer a request before it has noted it: then all of them go out once more, to a server of their
    // own.
    private static void Demand(IPactBuilderV4 builder, Interaction[] group)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                builder.Verify(context => Array.ForEach(group, i => ExampleRequest.Send(context.MockServerUri, i)));
                return;
            }
            catch (PactFailureException) when (attempt < MostAttempts)
            {
                // Once more.
            }
            catch (PactFailureException e)
            {
                throw new UnusableInputException(
                    "pactnet-refused",
                    "PactNet's mock server did not see what was to be recorded",
                    group[0].Key,
                    "record without PactNet to compare",
                    e
                );
            }
        }
    }

    private static void Add(IRequestBuilderV4 request, Interaction interaction)
    {
        foreach (var state in interaction.States)
        {
            request = request.Given(state.Name, state.Parameters.ToDictionary());
        }

        request = request.WithRequest(interaction.Method, interaction.Path);
        request = interaction.Query.Aggregate(request, (r, q) => r.WithQuery(q.Key, q.Value));
        request = interaction.RequestHeaders.Aggregate(request, (r, h) =>
            h.Value is JsonObject matcher
                ? r.WithHeader(h.Key, Match.Regex($"{matcher["value"]}", $"{matcher["regex"]}"))
                : r.WithHeader(h.Key, h.Value.GetValue<string>())
        );
        if (interaction.RequestBody is { } sent)
        {
            request = request.WithHeader("Content-Type", TypeOf(sent)).WithBody(TextOf(sent), sent.ContentType);
        }

        var response = request.WillRespond().WithStatus((ushort)interaction.Status);
        if (interaction.ResponseBody is { } answered)
        {
            _ = response.WithHeader("Content-Type", TypeOf(answered)).WithBody(TextOf(answered), answered.ContentType);
        }
    }

    private static IMatcher TypeOf(InteractionBody body) =>
        Match.Regex(body.ContentType, TextPatterns.MediaType(body.ContentType));

    private static string TextOf(InteractionBody body) => body.Json?.ToJsonString() ?? "null";

    private static void Complete(string file, PactKey key, IReadOnlyList<Interaction> interactions)
    {
        var pact = PactText.Read(file);
        var found = pact["interactions"]!
            .AsArray()
            .ToDictionary(i => i!["description"]!.ToString(), i => i!.AsObject(), StringComparer.Ordinal);
        pact["interactions"] = new JsonArray([
            .. interactions
                .Where(i => found.ContainsKey(i.Description))
                .OrderBy(i => i.Description, StringComparer.Ordinal)
                .Select(i => With(found[i.Description], i)),
        ]);
        pact["metadata"]![CorePactWriter.MetadataSpace] = new JsonObject
        {
            ["key"] = key == PactKey.Absent ? "absent" : "sent",
        };
        PactText.Write(file, pact);
    }

    // Properties in the order of names, and interactions in that of descriptions, as the core writes them.
    private static JsonObject With(JsonObject interaction, Interaction meant)
    {
        var properties = interaction
            .Where(p => p.Key != "key")
            .Select(p => (p.Key, Value: p.Value?.DeepClone()))
            .Append(("key", JsonValue.Create(meant.Key)));
        if (InteractionComment.Of(meant) is { } comment)
        {
            properties = properties.Append(("comments", new JsonObject { [KeyMark.Space] = comment }));
        }

        return new JsonObject(
            properties
                .OrderBy(p => p.Item1, StringComparer.Ordinal)
                .Select(p => KeyValuePair.Create(p.Item1, (JsonNode?)p.Item2))
        );
    }
}
