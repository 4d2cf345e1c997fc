namespace Thymia.Conformance.Generation.Parameters;

/// <summary>A parameter's value as texts that no style has put together yet and nothing has encoded.</summary>
internal abstract record ParameterValue
{
    private ParameterValue() { }

    /// <summary>Every text in it, names of fields included.</summary>
    public abstract IEnumerable<string> Texts { get; }

    /// <summary>Each text under the name that says what it is about.</summary>
    public IEnumerable<KeyValuePair<string, string>> Named(string parameter) =>
        this is Fields fields ? fields.Pairs : Texts.Select(t => KeyValuePair.Create(parameter, t));

    public sealed record One(string Text) : ParameterValue
    {
        public override IEnumerable<string> Texts => [Text];
    }

    /// <summary>The items of an array.</summary>
    public sealed record Many(IReadOnlyList<string> Items) : ParameterValue
    {
        public override IEnumerable<string> Texts => Items;
    }

    /// <summary>The properties of an object.</summary>
    public sealed record Fields(IReadOnlyList<KeyValuePair<string, string>> Pairs) : ParameterValue
    {
        public override IEnumerable<string> Texts => Pairs.SelectMany(p => new[] { p.Key, p.Value });
    }
}
