using Thymia.Conformance.Files;
using Thymia.Conformance.Text;

namespace Thymia.Conformance.Journals;

/// <summary>The journal's file, with every way it can fail as one sentence.</summary>
internal static class JournalFile
{
    // EAGAIN of Linux and of macOS, and Windows' sharing violation.
    private static readonly int[] Locked = [11, 35, 32];

    /// <summary>
    /// Opens it for this run alone, and its owner alone may read it; what stands behind the first
    /// <paramref name="keep"/> bytes goes.
    /// </summary>
    public static FileStream Open(string folder, long keep)
    {
        var path = PathIn(folder);
        OutputPlace.DemandFile(path);
        try
        {
            Directory.CreateDirectory(folder);
            var file = OpenOwned(path);
            if (file.CanSeek && file.Length != keep)
            {
                file.SetLength(keep);
            }

            if (keep > 0)
            {
                file.Position = keep;
            }

            return file;
        }
        catch (IOException e) when (Locked.Contains(e.HResult & 0xFFFF))
        {
            throw new UnusableInputException(
                "folder-in-use",
                "another run writes here",
                folder,
                $"wait for its end, or choose another place with {Configuration.SettingCatalogue.Out.Option}",
                e
            );
        }
        catch (Exception e) when (OutputFile.IsFromFiles(e))
        {
            throw NotWritable(path, e);
        }
    }

    // One that an earlier version left may be anybody's to read.
    private static FileStream OpenOwned(string path)
    {
        var options = OutputPlace.Options(FileMode.OpenOrCreate, FileAccess.ReadWrite, owned: true);
        options.BufferSize = 0;
        var file = new FileStream(path, options);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(file.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return file;
    }

    public static void Write(FileStream file, ReadOnlySpan<byte> line)
    {
        try
        {
            file.Write(line);
        }
        catch (Exception e) when (OutputFile.IsFromFiles(e))
        {
            throw NotWritable(file.Name, e);
        }
    }

    /// <exception cref="UnusableInputException">There is none, or it cannot be read.</exception>
    public static byte[] Read(string folder)
    {
        var path = PathIn(folder);
        if (OutputPlace.IsDevice(path))
        {
            throw new UnusableInputException(
                "journal-not-found",
                "a device or a pipe stands where the journal should",
                path,
                "name the folder of a run"
            );
        }

        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return bytes;
        }
        catch (IOException e) when (Locked.Contains(e.HResult & 0xFFFF))
        {
            throw new UnusableInputException("folder-in-use", "another run writes here", folder, "wait for its end", e);
        }
        catch (Exception e) when (OutputFile.IsFromFiles(e))
        {
            throw new UnusableInputException(
                "journal-not-found",
                "there is no journal of a run that can be read",
                path,
                "name the folder of a run",
                e
            );
        }
    }

    public static string PathIn(string folder) => Path.Combine(folder, RunJournal.FileName);

    private static UnusableInputException NotWritable(string path, Exception cause) =>
        OutputFile.NotWritable(
            path,
            cause,
            $"make room, or choose another place with {Configuration.SettingCatalogue.Out.Option}"
        );
}
