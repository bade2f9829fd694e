def my-func(): pass
