namespace Thymia.Conformance.OpenApi;

/// <summary>The files beside a description that its references may lead to.</summary>
public abstract class DescriptionFiles
{
    /// <summary>What the description itself is found by.</summary>
    internal abstract string Root { get; }

    /// <summary>The file that a reference in another one leads to.</summary>
    /// <param name="from">What that other one is found by.</param>
    /// <param name="address">The reference without its fragment, not empty.</param>
    /// <param name="problem">Why nothing is read there, as a clause, and what to do; null where it may be
    /// read.</param>
    internal abstract string? Locate(string from, string address, out (string Clause, string Hint)? problem);

    /// <summary>Its bytes.</summary>
    /// <param name="problem">Why it cannot be read, as a clause, and what to do; null where it can.</param>
    internal abstract byte[]? Read(string key, out (string Clause, string Hint)? problem);

    /// <summary>Relative to the folder of the description, with <c>/</c>.</summary>
    internal abstract string Relative(string key);

    /// <summary>As messages name it.</summary>
    internal abstract string Name(string key);
}
