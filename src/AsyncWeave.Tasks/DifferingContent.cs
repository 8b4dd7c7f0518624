namespace AsyncWeave.Tasks;

/// <summary>
/// Content on its way to a file that may hold it already: compared as it comes, and written to another file from where it differs.
/// A report of thousands of methods has tens of megabytes, which are never held at once.
/// </summary>
/// <param name="path">The present file, if there is one.</param>
/// <param name="other">Created once the content differs.</param>
internal sealed class DifferingContent(string path, string other) : Stream
{
    private readonly FileStream? present = File.Exists(path) ? new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete) : null;
    private readonly byte[] compared = new byte[16 * 1024];
    private FileStream? differing;
    private long same;

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>To be asked once, when all is written: whether the other file has the whole content.</summary>
    public bool Differs()
    {
        if (differing is null && present?.Length != same)
            BeginToDiffer();
        differing?.Dispose();
        return differing is not null;
    }

    public override void Write(byte[] buffer, int offset, int count)
    {
        for (var end = offset + count; differing is null && offset < end;)
        {
            var next = Math.Min(end - offset, compared.Length);
            if (!PresentGoesOnWith(buffer, offset, next))
            {
                BeginToDiffer();
                break;
            }

            same += next;
            offset += next;
            count -= next;
        }

        differing?.Write(buffer, offset, count);
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        present?.Dispose();
        differing?.Dispose();
        base.Dispose(disposing);
    }

    private bool PresentGoesOnWith(byte[] buffer, int offset, int count)
    {
        if (present is null)
            return false;
        var read = 0;
        while (read < count && present.Read(compared, read, count - read) is > 0 and var more)
            read += more;
        return read == count && compared.AsSpan(0, count).SequenceEqual(buffer.AsSpan(offset, count));
    }

    private void BeginToDiffer()
    {
        differing = File.Create(other);
        if (present is null)
            return;
        present.Position = 0;
        for (long copied = 0; copied < same;)
        {
            var read = present.Read(compared, 0, (int)Math.Min(compared.Length, same - copied));
            if (read == 0)
                throw new IOException($"{path} was changed while it was read");
            differing.Write(compared, 0, read);
            copied += read;
        }
    }
}
