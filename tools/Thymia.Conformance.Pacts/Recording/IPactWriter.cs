using Thymia.Conformance.Text;

namespace Thymia.Conformance.Pacts.Recording;

/// <summary>
/// Writes one pact file. Pact's own core does, unless another implementation of Pact is put in its place.
/// </summary>
public interface IPactWriter
{
    /// <summary>
    /// Whether this implementation can record it; where not, it is left out of the contract. True by default.
    /// </summary>
    bool Takes(Interaction interaction) => true;

    /// <summary>Writes a Pact V4 file into <paramref name="folder"/>, which is empty, and returns its path.</summary>
    /// <exception cref="UnusableInputException">It cannot be written.</exception>
    string Write(string folder, PactNames names, PactKey key, IReadOnlyList<Interaction> interactions);
}
