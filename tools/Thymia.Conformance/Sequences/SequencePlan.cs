using System.Collections.ObjectModel;
using Thymia.Conformance.Generation.Planning;
using Thymia.Conformance.OpenApi;
using Thymia.Conformance.Safety;
using Thymia.Conformance.Schemas.Validation;
using Thymia.Conformance.Sequences.Relations;

namespace Thymia.Conformance.Sequences;

/// <summary>What a run needs to know to create what its cases need, and to delete it.</summary>
public sealed record SequencePlan
{
    /// <summary>What the operations have to do with one another.</summary>
    public required RelationTable Relations { get; init; }

    /// <summary>Requests that are no cases.</summary>
    public required OrdinaryRequests Requests { get; init; }

    /// <summary>The schemas that ids must fit.</summary>
    public required SchemaLibrary Library { get; init; }

    /// <summary>Whether what was created stays; false by default.</summary>
    public bool Keeps { get; init; }

    /// <summary>Whether there is a second caller, who must not read what the first created; false by default.</summary>
    public bool HasOtherCaller { get; init; }

    /// <summary>Path parameters whose values in a file of values may be changed and deleted.</summary>
    public IReadOnlySet<string> Expendable { get; init; } = ReadOnlySet<string>.Empty;

    /// <summary>What must stand in no path and no query; none by default.</summary>
    public IReadOnlyList<Secret> Secrets { get; init; } = [];

    /// <summary>What an earlier part of the run has left.</summary>
    public CreatedBefore Before { get; init; } = CreatedBefore.Nothing;

    /// <summary>Whether any operation has to do with another.</summary>
    internal bool IsEmpty => Relations.All.Count == 0;

    /// <summary>Whether what an answer offers for a request holds a secret: it would be sent, and shown, as part of an
    /// address.</summary>
    internal bool Reveals(string text) => SecretText.Holds(text, Secrets);
}
