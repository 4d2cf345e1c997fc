using Thymia.Conformance.Text;

namespace Thymia.Conformance.Files;

/// <summary>A file that is either the old one or wholly the new one: written beside, then renamed.</summary>
internal static class OutputFile
{
    private const int FullOnUnix = 28;
    private const int FullOnWindows = 112;
    private const string PlaceHint = "choose another place with --out";

    /// <summary>Writes the file, making its folder where there is none.</summary>
    /// <exception cref="UnusableInputException">It cannot be written; what stood there stands there still.</exception>
    public static void Write(string path, Action<Stream> content)
    {
        var beside = path + ".partial";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                content(stream);
            }

            File.Move(beside, path, overwrite: true);
        }
        catch (Exception e) when (IsFromFiles(e))
        {
            Remove(beside);
            throw NotWritable(path, e);
        }
        catch
        {
            Remove(beside);
            throw;
        }
    }

    /// <summary>Begins a file that grows; it stands beside its place until <see cref="PutInPlace"/>.</summary>
    /// <exception cref="UnusableInputException">It cannot be written.</exception>
    internal static FileStream OpenBeside(string path)
    {
        FileStream? stream = null;
        Guard(path, () =>
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
            stream = new FileStream(path + ".partial", FileMode.Create, FileAccess.Write, FileShare.None);
        });
        return stream!;
    }

    internal static void PutInPlace(string path) =>
        Guard(path, () => File.Move(path + ".partial", path, overwrite: true));

    /// <exception cref="UnusableInputException">The file cannot be written; what is left of it is removed.</exception>
    internal static void Guard(string path, Action write)
    {
        try
        {
            write();
        }
        catch (Exception e) when (IsFromFiles(e))
        {
            Remove(path + ".partial");
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
            File.WriteAllBytes(probe, []);
            File.Delete(probe);
        }
        catch (Exception e) when (IsFromFiles(e))
        {
            throw NotWritable(path, e);
        }
    }

    internal static UnusableInputException NotWritable(string path, Exception cause, string hint = PlaceHint) => new(
        "output-not-writable",
        cause switch
        {
            UnauthorizedAccessException => "cannot be written: access is denied",
            IOException { HResult: var code } when (code & 0xFFFF) is FullOnUnix or FullOnWindows =>
                "cannot be written: the disk is full",
            PathTooLongException => "cannot be written: the path is too long",
            DirectoryNotFoundException => "cannot be written: there is no such folder",
            _ when IsOrIsBelowFile(path) => "cannot be written: a file stands where a folder is needed",
            _ => "cannot be written: the disk is full or the place is not for files",
        },
        path,
        hint,
        cause);

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
