using Thymia.Conformance.Files;

namespace Thymia.Conformance.OpenApi;

/// <summary>Files in the folder of a description and below it; nothing outside, whatever a link says.</summary>
/// <param name="file">The description, as the user named it.</param>
internal sealed class FolderFiles(string file) : DescriptionFiles
{
    private const long MaxBytes = 64 * 1024 * 1024;
    private const string Bundle = "bundle the description into one file first";

    private readonly string _folder = Path.GetDirectoryName(Path.GetFullPath(file))!;

    internal override string Root => Path.GetFullPath(file);

    internal override string? Locate(string from, string address, out (string Clause, string Hint)? problem)
    {
        problem = Refusal(address);
        if (problem is not null)
        {
            return null;
        }

        var path = Path.GetFullPath(
            Path.Combine(Path.GetDirectoryName(from)!, Uri.UnescapeDataString(address).Replace('\0', '?'))
        );
        if (IsInFolder(path) && !LinksOut(path))
        {
            return path;
        }

        problem = ("leads out of the folder of the description, and nothing is read there", Bundle);
        return null;
    }

    internal override byte[]? Read(string key, out (string Clause, string Hint)? problem)
    {
        problem = null;
        try
        {
            if (Directory.Exists(key))
            {
                problem = ("leads to a folder", "name a file in it");
            }
            else if (!File.Exists(key))
            {
                problem = ("leads to a file that is not there", "correct its spelling, or put the file there");
            }
            else if (OutputPlace.IsDevice(Real(new FileInfo(key))))
            {
                problem = ("leads to a device or a pipe", "put a file there");
            }
            else if (new FileInfo(key).Length > MaxBytes)
            {
                problem = ($"leads to a file of more than {MaxBytes >> 20} MiB", "divide it");
            }
            else
            {
                return File.ReadAllBytes(key);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problem = ("leads to a file that cannot be read", "let it be readable");
        }

        return null;
    }

    internal override string Relative(string key) =>
        Path.GetRelativePath(_folder, key).Replace(Path.DirectorySeparatorChar, '/');

    internal override string Name(string key)
    {
        var folder = Path.GetDirectoryName(file);
        return string.IsNullOrEmpty(folder) ? Relative(key) : Path.Combine(folder, Relative(key));
    }

    private static (string Clause, string Hint)? Refusal(string address) =>
        address.StartsWith('/') || address.Contains('?', StringComparison.Ordinal) ? ("is no relative path", Bundle)
        : !Uri.TryCreate(address, UriKind.Absolute, out var absolute) ? null
        : absolute.Scheme == Uri.UriSchemeHttps || absolute.Scheme == Uri.UriSchemeHttp
            ? ("leads to an address, and nothing is fetched for a description in a file", Bundle)
        : ("is no relative path", Bundle);

    private bool IsInFolder(string path) => IsIn(path, _folder);

    private static bool IsIn(string path, string folder) =>
        path.StartsWith(
            Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar,
            StringComparison.Ordinal
        );

    // Every step below the folder may be a link; where it leads must be in the folder as well.
    private bool LinksOut(string path)
    {
        try
        {
            for (var at = path; IsInFolder(at); at = Path.GetDirectoryName(at)!)
            {
                FileSystemInfo step = Directory.Exists(at) ? new DirectoryInfo(at) : new FileInfo(at);
                if (
                    step.LinkTarget is not null
                    && !IsIn(Real(step.ResolveLinkTarget(true)!), Real(new DirectoryInfo(_folder)))
                )
                {
                    return true;
                }
            }

            return false;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return true;
        }
    }

    // Links of the steps above it resolved as well.
    private static string Real(FileSystemInfo stated)
    {
        var path = stated.ResolveLinkTarget(true)?.FullName ?? stated.FullName;
        return Path.GetDirectoryName(path) is { } parent
            ? Path.Combine(Real(new DirectoryInfo(parent)), Path.GetFileName(path))
            : path;
    }
}
