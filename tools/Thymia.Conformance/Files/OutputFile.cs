using Thymia.Conformance.Text;

namespace Thymia.Conformance.Files;

/// <summary>A file that is either the old one or wholly the new one: written beside, then renamed.</summary>
internal static class OutputFile
{
    private const string Partial = ".partial";
    private const string PlaceHint = "choose another place with --out";

    /// <summary>
    /// Writes the file, making its folder where there is none; a device or a pipe is written to as it is.
    /// </summary>
    /// <exception cref="UnusableInputException">It cannot be written; what stood there stands there still.</exception>
    public static void Write(string path, Action<Stream> content)
    {
        OutputPlace.DemandFile(path, orPipe: true);
        if (OutputPlace.IsDevice(path))
        {
            Fill(path, () => new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite), content);
            return;
        }

        try
        {
            Fill(path, () => Beside(path, owned: false), content);
            Guard(path, () => File.Move(path + Partial, path, overwrite: true));
        }
        catch
        {
            Remove(path + Partial);
            throw;
        }
    }

    // What goes wrong in making the content is not for want of a place.
    private static void Fill(string path, Func<FileStream> open, Action<Stream> content)
    {
        FileStream? file = null;
        Guard(path, () => file = open());
        using var stream = new GuardedStream(file!, e => NotWritable(path, e));
        content(stream);
    }

    private static FileStream Beside(string path, bool owned)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        return OutputPlace.Create(path + Partial, owned);
    }

    /// <summary>
    /// Begins a file that grows and that its owner alone may read; it stands beside its place until
    /// <see cref="PutInPlace"/>.
    /// </summary>
    /// <exception cref="UnusableInputException">It cannot be written.</exception>
    internal static FileStream OpenBeside(string path)
    {
        OutputPlace.DemandFile(path);
        FileStream? stream = null;
        Guard(path, () => stream = Beside(path, owned: true));
        return stream!;
    }

    internal static void PutInPlace(string path) => Guard(path, () => File.Move(path + Partial, path, overwrite: true));

    /// <exception cref="UnusableInputException">The file cannot be written; what is left of it is removed.</exception>
    internal static void Guard(string path, Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (IsFromFiles(e))
        {
            Remove(path + Partial);
            throw NotWritable(path, e);
        }
    }

    /// <summary>Adds text to a file that others write to as well.</summary>
    /// <exception cref="UnusableInputException">It cannot be written.</exception>
    public static void Append(string path, string text)
    {
        try
        {
            File.AppendAllText(path, text);
        }
        catch (Exception e) when (IsFromFiles(e))
        {
            throw NotWritable(path, e, "correct or unset the variable that names it");
        }
    }

    /// <summary>Makes the folder and shows that a file can be written there, before anything else is done.</summary>
    /// <exception cref="UnusableInputException">It cannot.</exception>
    public static void DemandFolder(string path)
    {
        try
        {
            Directory.CreateDirectory(path);
            var probe = Path.Combine(path, ".writable");
            OutputPlace.Create(probe).Dispose();
            File.Delete(probe);
        }
        catch (Exception e) when (IsFromFiles(e))
        {
            throw NotWritable(path, e);
        }
    }

    internal static UnusableInputException NotWritable(string path, Exception cause, string hint = PlaceHint) =>
        new(
            "output-not-writable",
            "cannot be written: "
                + (
                    OutputPlace.Problem(cause)
                    ?? (IsOrIsBelowFile(path) ? "a file stands where a folder is needed" : "the place is not for files")
                ),
            path,
            hint,
            cause
        );

    internal static bool IsFromFiles(Exception e) =>
        e is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException;

    private static bool IsOrIsBelowFile(string path) =>
        File.Exists(path) || File.Exists(Path.GetDirectoryName(Path.GetFullPath(path)));

    internal static void Remove(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception e) when (IsFromFiles(e))
        {
            // The first failure is the one to tell.
        }
    }
}
