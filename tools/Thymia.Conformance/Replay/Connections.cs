namespace Thymia.Conformance.Replay;

/// <summary>
/// Pooled connections, which are left behind as a whole where one of them may be dead: some servers close theirs after
/// an error without saying so, and the next request on it would fail through no fault of its own.
/// </summary>
/// <param name="handler">Makes a pool.</param>
internal sealed class Connections(Func<HttpMessageHandler> handler) : IDisposable
{
    private readonly Lock _pools = new();
    private Pool _current = new(handler());

    /// <summary>The pool for one request, to be given back.</summary>
    public Pool Take()
    {
        lock (_pools)
        {
            _current.Users++;
            return _current;
        }
    }

    /// <summary>A pool for one request alone, whose connection nothing was sent on before.</summary>
    public Pool TakeNew() => new(handler());

    /// <summary>Gives a pool back; the last user closes one that was left behind.</summary>
    public void Return(Pool pool)
    {
        lock (_pools)
        {
            Leave(pool);
        }
    }

    /// <summary>Requests from now on use connections that are newer than those of the pool.</summary>
    public void Renew(Pool used)
    {
        lock (_pools)
        {
            if (ReferenceEquals(used, _current))
            {
                _current = new Pool(handler());
                Leave(used);
            }
        }
    }

    public void Dispose()
    {
        lock (_pools)
        {
            _current.Invoker.Dispose();
        }
    }

    private static void Leave(Pool pool)
    {
        if (--pool.Users == 0)
        {
            pool.Invoker.Dispose();
        }
    }

    /// <summary>Connections that live and end together.</summary>
    internal sealed class Pool(HttpMessageHandler handler)
    {
        private bool _hasAnswered;

        public HttpMessageInvoker Invoker { get; } = new(handler);

        /// <summary>Whether one of its connections may have been used before.</summary>
        public bool HasAnswered
        {
            get => Volatile.Read(ref _hasAnswered);
            set => Volatile.Write(ref _hasAnswered, value);
        }

        /// <summary>
        /// Requests under way, and one for being the current pool; one alone where it is for one request.
        /// </summary>
        public int Users { get; set; } = 1;
    }
}
