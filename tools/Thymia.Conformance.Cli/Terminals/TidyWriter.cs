using System.Text;

namespace Thymia.Conformance.Cli.Terminals;

/// <summary>Leaves out blanks at the ends of lines, which tables pad with and which files have no use for.</summary>
internal sealed class TidyWriter(TextWriter inner) : TextWriter
{
    private int _blanks;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value)
    {
        if (value == ' ')
        {
            _blanks++;
            return;
        }

        if (value is not ('\r' or '\n'))
        {
            inner.Write(new string(' ', _blanks));
        }

        _blanks = 0;
        inner.Write(value);
    }

    public override void Flush() => inner.Flush();
}
