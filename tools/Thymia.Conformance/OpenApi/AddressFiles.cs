using Thymia.Conformance.Text;

namespace Thymia.Conformance.OpenApi;

/// <summary>Documents that are served where a description was fetched: of the same origin and no other.</summary>
/// <param name="root">Where the description was fetched.</param>
/// <param name="fetch">Asks an address of that origin.</param>
public sealed class AddressFiles(Uri root, Func<Uri, byte[]> fetch) : DescriptionFiles
{
    internal override string Root => root.AbsoluteUri;

    internal override string? Locate(string from, string address, out (string Clause, string Hint)? problem)
    {
        problem = null;
        if (!Uri.TryCreate(new Uri(from), address, out var there))
        {
            problem = ("is no address", "correct its spelling");
            return null;
        }

        if (there.GetLeftPart(UriPartial.Authority) != root.GetLeftPart(UriPartial.Authority))
        {
            problem = (
                $"leads to another origin than {root.GetLeftPart(UriPartial.Authority)}, and nothing is fetched there",
                "bundle the description into one file first"
            );
            return null;
        }

        return there.AbsoluteUri;
    }

    internal override byte[]? Read(string key, out (string Clause, string Hint)? problem)
    {
        problem = null;
        try
        {
            return fetch(new Uri(key));
        }
        catch (UnusableInputException e)
        {
            problem = ($"leads to {Name(key)}: {e.Problem}", e.Hint);
            return null;
        }
    }

    internal override string Relative(string key) => root.MakeRelativeUri(new Uri(key)).ToString();

    internal override string Name(string key) => SafeText.Of(key);
}
