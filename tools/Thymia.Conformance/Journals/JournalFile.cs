using Thymia.Conformance.Text;

namespace Thymia.Conformance.Journals;

/// <summary>The journal's file, with every way it can fail as one sentence.</summary>
internal static class JournalFile
{
    // EAGAIN of Linux and of macOS, and Windows' sharing violation.
    private static readonly int[] Locked = [11, 35, 32];

    // ENOSPC, and Windows' ERROR_DISK_FULL.
    private static readonly int[] Full = [28, 112];

    /// <summary>Opens it for this run alone; what stands behind the first <paramref name="keep"/> bytes goes.</summary>
    public static FileStream Open(string folder, long keep)
    {
        var path = PathIn(folder);
        try
        {
            Directory.CreateDirectory(folder);
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
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
                e);
        }
        catch (Exception e) when (IsFromFiles(e))
        {
            throw NotWritable(path, e);
        }
    }

    public static void Write(FileStream file, ReadOnlySpan<byte> line)
    {
        try
        {
            file.Write(line);
        }
        catch (Exception e) when (IsFromFiles(e))
        {
            throw NotWritable(file.Name, e);
        }
    }

    /// <exception cref="UnusableInputException">There is none, or it cannot be read.</exception>
    public static byte[] Read(string folder)
    {
        var path = PathIn(folder);
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
        catch (Exception e) when (IsFromFiles(e))
        {
            throw new UnusableInputException(
                "journal-not-found", "there is no journal of a run that can be read", path, "name the folder of a run", e);
        }
    }

    public static string PathIn(string folder) => Path.Combine(folder, RunJournal.FileName);

    private static bool IsFromFiles(Exception e) => e is IOException or UnauthorizedAccessException or ArgumentException
        or NotSupportedException;

    private static UnusableInputException NotWritable(string path, Exception cause) => new(
        "output-not-writable",
        cause switch
        {
            UnauthorizedAccessException => "cannot be written: access is denied",
            _ when Full.Contains(cause.HResult & 0xFFFF) => "cannot be written: the disk is full",
            _ => "cannot be written: the place is not for files",
        },
        path,
        $"make room, or choose another place with {Configuration.SettingCatalogue.Out.Option}",
        cause);
}
