using System.Text.Json;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Pacts.Recording;
using Thymia.Conformance.Schemas.Reading;
using Thymia.Conformance.Schemas.Validation;

namespace Thymia.Conformance.Consumers;

/// <summary>A call that a test expects: the first request that fits gets its answer.</summary>
public sealed class ExpectedCall
{
    private readonly Operation _operation;
    private readonly SchemaLibrary _schemas;

    internal ExpectedCall(string description, Operation operation, SchemaLibrary schemas)
    {
        Description = description;
        _operation = operation;
        _schemas = schemas;
    }

    internal string Description { get; }

    internal List<ProviderState> States { get; } = [];

    internal JsonElement? Body { get; private set; }

    internal int? Status { get; private set; }

    internal JsonElement? Answer { get; private set; }

    internal bool MayBeRefused { get; private set; }

    internal bool IsUsed { get; set; }

    /// <summary>What the provider must be brought to before, as the pact says it.</summary>
    public ExpectedCall Given(string state, params (string Name, string Value)[] parameters)
    {
        States.Add(
            new ProviderState(state, parameters.ToDictionary(p => p.Name, p => p.Value, StringComparer.Ordinal))
        );
        return this;
    }

    /// <summary>Members that the request's body must have as they are here; others may stand beside them.</summary>
    public ExpectedCall WithBody(object body)
    {
        Body = JsonSerializer.SerializeToElement(body, JsonSerializerOptions.Web);
        return this;
    }

    /// <summary>The contract refuses this request: it is invalid on purpose.</summary>
    public ExpectedCall IsRefused()
    {
        MayBeRefused = true;
        return this;
    }

    /// <summary>Answers so, instead of as the reference provider does.</summary>
    /// <exception cref="ArgumentException">The contract documents no such answer.</exception>
    public ExpectedCall Answers(int status, object? body = null)
    {
        if (_operation.ResponseFor(status) is not { } response)
        {
            throw new ArgumentException(
                $"The contract documents no status {status} for {_operation.Name}.",
                nameof(status)
            );
        }

        Answer = body is null ? null : JsonSerializer.SerializeToElement(body, JsonSerializerOptions.Web);
        if (
            Answer is { } answer
            && response.Contents.GetValueOrDefault("application/json") is { } pointer
            && _schemas.At(pointer, Direction.Answer).Check(answer) is [var broken, ..]
        )
        {
            throw new ArgumentException(
                $"The contract documents no such answer of {_operation.Name}: at {Place(broken.Pointer)} found "
                    + $"{broken.Found}, expected {broken.Expected}.",
                nameof(body)
            );
        }

        Status = status;
        MayBeRefused |= status >= 400;
        return this;
    }

    internal bool IsOf(Operation operation) => ReferenceEquals(operation, _operation);

    private static string Place(string pointer) => pointer.Length == 0 ? "its root" : pointer;
}
